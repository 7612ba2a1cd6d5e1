// Imports a file, whatever it holds: postings or offices, as JSON, CSV, XLSX or XML of the European exchange. Called by the command line.
import type { User } from "../domain/user.ts";
import { readRecords } from "../records/readRecords.ts";
import { importOffices } from "./importOffices.ts";
import type { ImportDesk, ImportOptions } from "./importRecords.ts";
import { importRecords } from "./importRecords.ts";
import type { ImportReport } from "./importReport.ts";

/** Refuses importUnreadable and tooLarge; what is wrong with single rows is in the report. */
export async function importFile(
  desk: ImportDesk & { readonly projectRoot: string },
  user: User,
  file: { readonly bytes: Uint8Array; readonly name: string },
  options: ImportOptions,
): Promise<ImportReport> {
  const records = await readRecords(file.bytes, file.name, desk.projectRoot);
  return records.holds === "offices"
    ? importOffices(desk, user, records, options)
    : importRecords(desk, user, records.rows, {
        ...options,
        ...(records.system === undefined ? {} : { system: records.system, over: records.over ?? [] }),
      });
}
