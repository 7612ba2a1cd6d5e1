// Imports a sheet at the desk, pasted or as a file: columns as the office chose them before, rows without a kind as the desk says.
// [I11] What staff choose for a column is remembered for their office once the import is done. Called by http/imports.

import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { Columns, Heading } from "../records/headings.ts";
import type { RecordRow } from "../records/problem.ts";
import { readRecords } from "../records/readRecords.ts";
import type { Reader } from "../store/store.ts";
import { authorise, ownerOf } from "./changePosting.ts";
import type { ImportDesk } from "./importRecords.ts";
import { importRecords } from "./importRecords.ts";
import type { ImportReport } from "./importReport.ts";
import type { Work } from "./works.ts";
import { UNWATCHED } from "./works.ts";

export interface AskedImport {
  readonly office: string;
  readonly kind: string;
  readonly source: string;
  readonly columns: Columns;
  readonly publish: boolean;
  readonly dryRun: boolean;
  readonly closeMissing: boolean;
}

/** Refuses notAllowed, notFound, importUnreadable, tooLarge, stopped; what is wrong with single rows is in the report. */
export async function importSheet(
  desk: ImportDesk & { readonly projectRoot: string },
  user: User,
  file: { readonly bytes: Uint8Array; readonly name: string },
  asked: AskedImport,
  work: Work = UNWATCHED,
): Promise<ImportReport & { readonly headings: readonly Heading[] }> {
  const section = asked.kind.startsWith("mirato") ? "targeted" : undefined;
  authorise(user, asked.publish ? "publish" : "write", await ownerOf(desk.store, asked.office), section);
  const remembered = await columnsIn(desk.store, asked.office);
  const columns = { ...remembered, ...asked.columns };
  const records = await readRecords(file.bytes, file.name, desk.projectRoot, columns);
  if (records.holds === "offices") throw new Refusal("importUnreadable", { why: ["notPostings"] });
  const options = {
    publish: asked.publish,
    dryRun: asked.dryRun,
    closeMissing: asked.closeMissing,
    // A vacancy of the European exchange is the same one whoever brings it.
    system: records.system ?? `sheet:${asked.office}:${asked.source.toLowerCase()}`,
    over: records.over ?? [],
    ownerFallback: asked.office,
  };
  const report = await importRecords(desk, user, withKind(records.rows, asked.kind), options, work);
  if (report.outcome === "done" && JSON.stringify(columns) !== JSON.stringify(remembered)) {
    await desk.store.write(user.login, desk.clock.now(), async (tx) => {
      await tx.putSetting(keyOf(asked.office), JSON.stringify(columns));
      await tx.record("columns.learnt", asked.office, { columns: asked.columns });
    });
    await desk.mirror?.catchUp();
  }
  return { ...report, headings: records.headings ?? [] };
}

const keyOf = (office: string) => `importColumns:${office}`;

async function columnsIn(reader: Pick<Reader, "setting">, office: string): Promise<Columns> {
  const text = await reader.setting(keyOf(office));
  return text === null ? {} : (JSON.parse(text) as Columns);
}

function withKind(rows: readonly RecordRow[], kind: string): RecordRow[] {
  return rows.map(({ row, value }) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return { row, value };
    const stated = (value as Record<string, unknown>).kind;
    return stated === undefined || stated === null ? { row, value: Object.assign(value, { kind }) } : { row, value };
  });
}
