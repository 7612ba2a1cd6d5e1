// Imports postings from records: all of a file in one transaction, or nothing. [I9] A grave problem in one row stops the whole file.
// [I12] What left its source is closed in the same transaction, where the user may; drafts stay.
// [I6] The second import of the same file writes nothing: same board, same revision. Called by the command line and http/import.
import { hash } from "node:crypto";
import type { Code } from "../domain/code.ts";
import type { OwnerId } from "../domain/owner.ts";
import type { Posting } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { ImportVocabularies } from "../records/mapping.ts";
import type { Problem, RecordRow } from "../records/problem.ts";
import { isGrave } from "../records/problem.ts";
import { readRecord } from "../records/recordSchema.ts";
import type { Reader, Store, Writer } from "../store/store.ts";
import { checkPolicyIn } from "./checkPolicy.ts";
import type { Clock } from "./clock.ts";
import { closeGone, findGone, goneRow } from "./closeGone.ts";
import type { ImportReport, RowReport } from "./importReport.ts";
import { keepImported } from "./keepImported.ts";
import { keepSent } from "./keepSent.ts";
import { withAliases } from "./learnAlias.ts";
import type { Mirror } from "./mirror.ts";
import type { NamedRecord, PlanNeeds, Planned } from "./planImport.ts";
import { planImport } from "./planImport.ts";
import type { Work } from "./works.ts";
import { UNWATCHED } from "./works.ts";

/** `mirror` where the process has one; the command line has none. */
export interface ImportDesk {
  readonly store: Store;
  readonly clock: Clock;
  readonly vocabularies: ImportVocabularies;
  readonly mirror?: Pick<Mirror, "catchUp">;
}

export interface ImportOptions {
  readonly publish: boolean;
  readonly dryRun: boolean;
  /** Where the records come from; their ids are unique within it. */
  readonly system?: string;
  readonly ownerFallback?: OwnerId | null;
  /** Close what this system brought before and brings no more. [I12] */
  readonly closeMissing?: boolean;
  /** Ids that the source itself says are over: closed as those that left it. */
  readonly over?: readonly string[];
}

export async function importRecords(
  desk: ImportDesk,
  user: User,
  rows: readonly RecordRow[],
  options: ImportOptions,
  work: Work = UNWATCHED,
): Promise<ImportReport> {
  // Rows are read and planned; then, in the transaction, planned anew and kept.
  const pass = passesOf(work, rows.length, options.dryRun ? 2 : 4);
  const { records, refused, problems } = await readRows(rows, pass(0));
  const needs: Omit<PlanNeeds, "reader"> = {
    user,
    now: desk.clock.now(),
    // What staff have taught the house counts before its own guesses. [V3]
    vocabularies: withAliases(desk.vocabularies, await desk.store.language.aliases()),
    system: options.system ?? "records",
    publish: options.publish,
    policy: await checkPolicyIn(desk.store),
    ownerFallback: options.ownerFallback ?? null,
  };
  const first = await desk.store.read((reader) => planImport(records, { ...needs, reader }, pass(1)));
  const report = (
    outcome: ImportReport["outcome"],
    plans: readonly Planned[],
    codes: ReadonlyMap<string, Code>,
    gone: readonly Posting[],
  ): ImportReport => ({
    holds: "postings",
    outcome,
    rows: [...refused, ...plans.map((plan) => rowOf(plan, codes, outcome)), ...gone.map(goneRow)].sort(
      (a, b) => a.row - b.row,
    ),
    problems: [...problems, ...plans.flatMap((plan) => plan.problems)].sort((a, b) => a.row - b.row),
  });
  const { closeMissing = false, over = [] } = options;
  const goneFrom = async (reader: Reader, plans: readonly Planned[]) => {
    if (!closeMissing && over.length === 0) return [];
    const gone = await findGone(reader, user, needs, plans);
    return closeMissing ? gone : gone.filter(({ origin }) => origin !== null && over.includes(origin.id));
  };
  if (isRefused(problems, first)) return report("refused", first, new Map(), []);
  const firstGone = await desk.store.read((reader) => goneFrom(reader, first));
  if (options.dryRun) return report("dryRun", first, new Map(), firstGone);
  // A second import of the same file asks for no transaction at all.
  if (!first.some(isWork) && firstGone.length === 0) return report("done", first, new Map(), []);

  const { value } = await desk.store.write(user.login, needs.now, async (tx) => {
    const plans = await planImport(records, { ...needs, reader: tx }, pass(2));
    if (isRefused(problems, plans)) return { plans, codes: null, gone: [] };
    const gone = await goneFrom(tx, plans);
    for (const posting of gone) await closeGone(tx, posting, needs.now);
    return { plans, codes: await keepAll(tx, user, needs, plans, pass(3)), gone };
  });
  await desk.mirror?.catchUp();
  return value.codes === null
    ? report("refused", value.plans, new Map(), [])
    : report("done", value.plans, value.codes, value.gone);
}

/** Tells how many rows of this pass are done. Refuses stopped: nothing has been written then, or the transaction is given up. */
type Step = (row: number) => Promise<void>;

function passesOf(work: Work, rows: number, passes: number): (pass: number) => Step {
  return (pass) => async (row) => {
    if (!(await work.goesOn(pass * rows + row, passes * rows))) throw new Refusal("stopped");
  };
}

async function keepAll(
  tx: Writer,
  user: User,
  { now, system }: Omit<PlanNeeds, "reader">,
  plans: readonly Planned[],
  step: Step,
): Promise<Map<string, Code>> {
  const codes = new Map<string, Code>();
  for (const [index, plan] of plans.entries()) {
    if (index % 50 === 49) await step(index);
    const { existing, owner, content, record, originId } = plan;
    if (existing !== null) codes.set(originId, existing.code);
    if (!isWork(plan) || owner === null || content === null) continue;
    // An event that is new in this file has a code only now; its hash is taken with it, as the next import will find it.
    const parent = record.parent === null ? null : (codes.get(record.parent) ?? content.parent);
    const posting = await keepImported(tx, user.login, now, {
      existing,
      owner,
      content: { ...content, parent },
      origin: { system, id: originId, hash: hash("sha256", JSON.stringify([record, parent]), "hex") },
      staffNote: plan.staffNote,
      demonstration: false,
      publishAt: plan.publish ? now : null,
    });
    await keepSent(tx, posting, plan, { system, now });
    codes.set(originId, posting.code);
  }
  return codes;
}

async function readRows(
  rows: readonly RecordRow[],
  step: Step,
): Promise<{ records: NamedRecord[]; refused: RowReport[]; problems: Problem[] }> {
  const records: NamedRecord[] = [];
  const refused: RowReport[] = [];
  const problems: Problem[] = [];
  const saidColumns = new Set<string>();
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    // Ten thousand rows take seconds; displays and pages are answered meanwhile.
    if (index % 100 === 99) await step(index);
    const { record, problems: found } = readRecord(row);
    for (const problem of found) {
      // A column nobody knows is said once, not ten thousand times.
      if (problem.problem === "column" && saidColumns.has(problem.field)) continue;
      if (problem.problem === "column") saidColumns.add(problem.field);
      problems.push(problem);
    }
    if (record === null) {
      refused.push({
        row: row.row,
        id: found[0]?.id ?? null,
        title: "",
        fate: "refused",
        code: null,
        owner: null,
        published: false,
      });
      continue;
    }
    // Without an id of its own a record is known by what it says; two alike are told apart by their order.
    const name = record.id ?? `h${hash("sha256", JSON.stringify(record), "hex").slice(0, 20)}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    if (times > 0 && record.id !== null)
      problems.push({ row: row.row, id: record.id, field: "id", value: record.id, problem: "duplicate", about: "" });
    records.push({ row: row.row, record, originId: times === 0 ? name : `${name}#${times + 1}` });
  }
  return { records: parentsFirst(records), refused, problems };
}

function parentsFirst(records: readonly NamedRecord[]): NamedRecord[] {
  const parents = new Set(records.map(({ record }) => record.parent));
  const isParent = ({ record }: NamedRecord) => record.id !== null && parents.has(record.id);
  return [...records.filter(isParent), ...records.filter((one) => !isParent(one))];
}

/** [I9] */
function isRefused(problems: readonly Problem[], plans: readonly Planned[]): boolean {
  return problems.some(isGrave) || plans.some((plan) => plan.fate === "refused" || plan.problems.some(isGrave));
}

function isWork({ fate }: Planned): boolean {
  return fate === "new" || fate === "changed";
}

function rowOf(plan: Planned, codes: ReadonlyMap<string, Code>, outcome: ImportReport["outcome"]): RowReport {
  return {
    row: plan.row,
    id: plan.record.id,
    title: plan.record.title ?? "",
    fate: plan.problems.some(isGrave) ? "refused" : plan.fate,
    code: codes.get(plan.originId) ?? plan.existing?.code ?? null,
    owner: plan.owner?.id ?? null,
    published: outcome === "done" && plan.publish,
  };
}
