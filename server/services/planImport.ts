// Decides, row by row, what an import would do, reading only. The same plan serves a dry run, the check before, and the transaction itself.
// [I6] A record that has not changed since it was imported changes nothing. [I7] What the office edited since is never overwritten.
// [I8] A closed posting stays closed. Called by importRecords.
import { hash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { checkContent } from "../domain/checks/checkContent.ts";
import type { CheckPolicy } from "../domain/checks/finding.ts";
import type { Content } from "../domain/content.ts";
import type { Owner, OwnerId } from "../domain/owner.ts";
import type { Posting } from "../domain/posting.ts";
import { MOVES, stateAt, validityOf } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Instant } from "../domain/time.ts";
import { romeDay } from "../domain/time.ts";
import type { User } from "../domain/user.ts";
import type { ImportVocabularies } from "../records/mapping.ts";
import { matchOwner } from "../records/matchOwner.ts";
import type { Problem, ProblemCode } from "../records/problem.ts";
import { shown } from "../records/problem.ts";
import type { PostingRecord } from "../records/recordSchema.ts";
import { recordToPosting } from "../records/recordToPosting.ts";
import type { Reader } from "../store/store.ts";
import { authorise } from "./changePosting.ts";
import type { Fate } from "./importReport.ts";

/** A record under the name by which a later import finds it again. */
export interface NamedRecord {
  readonly row: number;
  readonly originId: string;
  readonly record: PostingRecord;
}

export interface Planned extends NamedRecord {
  readonly fate: Fate;
  readonly existing: Posting | null;
  readonly owner: Owner | null;
  readonly content: Content | null;
  readonly staffNote: string | null;
  readonly hash: string;
  readonly publish: boolean;
  readonly problems: readonly Problem[];
}

export interface PlanNeeds {
  readonly reader: Reader;
  readonly user: User;
  readonly now: Instant;
  readonly vocabularies: ImportVocabularies;
  readonly system: string;
  readonly publish: boolean;
  readonly policy: CheckPolicy;
  /** Whose a posting is where its record names no owner known; null: such a record is refused. */
  readonly ownerFallback: OwnerId | null;
}

/** @param step told every fifty rows, so that the rest of the house is served meanwhile */
export async function planImport(
  records: readonly NamedRecord[],
  needs: PlanNeeds,
  step: (row: number) => Promise<void>,
): Promise<Planned[]> {
  const owners = await needs.reader.owners();
  const inFile = new Set(records.map(({ originId }) => originId));
  const plans: Planned[] = [];
  for (const [index, named] of records.entries()) {
    // The embedded database answers without ever giving way to the rest of the house.
    if (index % 50 === 49) await step(index);
    plans.push(await planOne(named, owners, inFile, needs));
  }
  return plans;
}

async function planOne(
  named: NamedRecord,
  owners: readonly Owner[],
  inFile: ReadonlySet<string>,
  needs: PlanNeeds,
): Promise<Planned> {
  const { row, record, originId } = named;
  const { reader, vocabularies, system, now } = needs;
  const problems: Problem[] = [];
  const report = (problem: ProblemCode, field: string, value: unknown, about = "") =>
    void problems.push({ row, id: record.id, field, value: shown(value), problem, about });
  const existing = await reader.postingByOrigin(system, originId);
  const parent = record.parent === null ? null : await reader.postingByOrigin(system, record.parent);
  if (record.parent !== null && parent === null && !inFile.has(record.parent))
    report("parent", "parent", record.parent);
  const found = matchOwner(record, owners, vocabularies.places);
  const fallback = owners.find(({ id }) => id === needs.ownerFallback) ?? null;
  const owner = owners.find(({ id }) => id === existing?.owner) ?? found ?? fallback;
  if (owner === null)
    report(record.office === null ? "ownerMissing" : "ownerUnknown", "office", record.office, namesOf(owners));
  else if (existing === null && found === null) report("ownerFallback", "office", record.office, owner.name);
  else if (found !== null && owner.id !== found.id) report("otherOwner", "office", record.office, owner.name);
  const digest = hash("sha256", JSON.stringify([record, parent?.code ?? null]), "hex");
  const plan = (fate: Fate, more: Partial<Planned> = {}): Planned => ({
    ...named,
    existing,
    owner,
    hash: digest,
    content: null,
    staffNote: null,
    publish: false,
    ...more,
    fate,
    problems,
  });

  if (owner === null) return plan("refused");
  const same = existing !== null && existing.origin?.hash === digest;
  const state = existing === null ? "draft" : stateAt(existing, now);
  if (same && !(needs.publish && state === "draft")) return plan("unchanged");
  if (existing !== null && !same && state === "closed") {
    report("closedHere", "", record.title, existing.code);
    return plan("kept");
  }
  if (existing !== null && !same && (await editedSince(reader, existing))) {
    report("editedHere", "", record.title, existing.code);
    return plan("kept");
  }

  const before = [existing?.working, existing?.published?.content].filter((content) => content != null);
  const mapped = same ? null : recordToPosting({ row, record, before }, vocabularies);
  // No sheet carries files: those the office hung on it stay.
  const attachments = before[0]?.attachments ?? [];
  const content = same
    ? (existing.working ?? null)
    : { ...(mapped?.content as Content), parent: parent?.code ?? null, attachments };
  problems.push(...(mapped?.problems ?? []));
  if (content === null) return plan("unchanged");
  if (!allowed(needs, owner, content)) {
    report("notAllowed", "office", record.office ?? owner.name, owner.name);
    return plan("refused");
  }
  const { from, until } = validityOf(content, owner.kind === "office" ? owner : null, now);
  const ends = until > now && until > from;
  if (needs.publish && !ends)
    report("pastEnd", content.window.closes === null ? "event.start" : "deadline", romeDay(until - 1));
  const blocking = checkContent(content, { policy: needs.policy, now }).filter(({ level }) => level === "block");
  const candidates = blocking.find(({ concern }) => concern === "candidates");
  if (candidates !== undefined) report("candidates", candidates.path, candidates.found);
  else if (needs.publish && blocking.length > 0) report("blocked", "", record.title);
  const publish = needs.publish && ends && blocking.length === 0 && MOVES.publish.includes(state);
  // What an export wrote and nobody touched says the same in other words.
  const sameWords = existing !== null && isDeepStrictEqual(content, existing.working ?? existing.published?.content);
  if ((same || sameWords) && !(publish && existing?.working != null)) return plan("unchanged");
  return plan(existing === null ? "new" : "changed", { content, staffNote: mapped?.staffNote ?? null, publish });
}

/** [I7] */
async function editedSince(reader: Reader, { code }: Posting): Promise<boolean> {
  for (const { verb } of await reader.recentEvents(200, code)) {
    if (verb === "posting.imported") return false;
    if (verb === "posting.edited") return true;
  }
  return false;
}

function allowed({ user, publish }: PlanNeeds, owner: Owner, content: Content): boolean {
  try {
    authorise(user, publish ? "publish" : "write", owner, content.section);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** A few names to choose from; the whole network would bury the sentence. */
function namesOf(owners: readonly Owner[]): string {
  const names = owners.map(({ name }) => name);
  return names.length > 4 ? `${names.slice(0, 4).join("; ")}; …` : names.join("; ");
}
