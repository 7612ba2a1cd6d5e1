// Imports networks, areas, services and offices from records: all or nothing, like the postings. Closures, the default validity,
// entrances, mediators and the order of the board, which an office has set for itself, stay. [I9] Called by the command line and http/import.
import { isDeepStrictEqual } from "node:util";
import type { Owner } from "../domain/owner.ts";
import { ownerSchema } from "../domain/owner.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import { mayAnywhere } from "../domain/user.ts";
import { networkRecordSchema, officeRecordSchema, readOfficeRow } from "../records/officeSchema.ts";
import { networkToOwner, officesToOwners } from "../records/officesToOwners.ts";
import type { Problem } from "../records/problem.ts";
import { isGrave } from "../records/problem.ts";
import { problemsOf } from "../records/problemsOf.ts";
import type { RecordFile } from "../records/readRecords.ts";
import type { ImportDesk, ImportOptions } from "./importRecords.ts";
import type { ImportReport, RowReport } from "./importReport.ts";

type OfficeFile = Extract<RecordFile, { holds: "offices" }>;

interface Read {
  readonly row: number;
  readonly id: string | null;
  readonly owner: Owner;
}

/** Refuses notAllowed where the user does not administer the network. */
export async function importOffices(
  desk: ImportDesk,
  user: User,
  file: OfficeFile,
  options: Pick<ImportOptions, "dryRun">,
): Promise<ImportReport> {
  if (!mayAnywhere(user, "administerNetwork")) throw new Refusal("notAllowed", { action: "administerNetwork" });
  const before = await desk.store.owners();
  const { read, problems } = readOffices(file, before, desk.vocabularies.places);
  const rows = read.map(({ row, id, owner }) => rowOf(row, id, merged(owner, before), before));
  const outcome = problems.some(isGrave) ? "refused" : options.dryRun ? "dryRun" : "done";
  const report: ImportReport = { holds: "offices", outcome, rows, problems };
  if (outcome !== "done" || rows.every(({ fate }) => fate === "unchanged")) return report;
  await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    const owners = await tx.owners();
    for (const { owner } of read) {
      const next = merged(owner, owners);
      if (
        isDeepStrictEqual(
          next,
          owners.find(({ id }) => id === next.id),
        )
      )
        continue;
      await tx.putOwner(next);
      await tx.record("owner.saved", next.id, { kind: next.kind, imported: true });
    }
  });
  await desk.mirror?.catchUp();
  return report;
}

/** Owners as the file has them, sound by the domain's schema. */
export function readOffices(
  file: OfficeFile,
  known: readonly Owner[],
  places: ImportDesk["vocabularies"]["places"],
): { read: Read[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const read: Read[] = [];
  const keep = (row: number, id: string | null, owner: Owner) => {
    const parsed = ownerSchema.safeParse(owner);
    if (!parsed.success) problems.push(...problemsOf(parsed.error, owner, { row, id }));
    else if (read.some((one) => one.owner.id === owner.id))
      problems.push({ row, id, field: "id", value: owner.id, problem: "duplicate", about: "" });
    else read.push({ row, id, owner: parsed.data });
  };
  for (const row of file.networks) {
    const { record, problems: found } = readOfficeRow(row, networkRecordSchema, ["name"]);
    problems.push(...found);
    if (record !== null) keep(row.row, record.id, networkToOwner(record, places));
  }
  const records = file.offices.flatMap((row) => {
    const { record, problems: found } = readOfficeRow(row, officeRecordSchema, ["name", "municipality", "province"]);
    problems.push(...found);
    return record === null ? [] : [{ row: row.row, record }];
  });
  const areas = [
    ...read.map(({ owner }) => owner),
    ...known.filter(({ id }) => !read.some((one) => one.owner.id === id)),
  ];
  const offices = officesToOwners(
    records.map(({ record }) => record),
    areas,
    places,
  );
  for (const [index, owner] of offices.entries()) {
    const source = records[index];
    if (source !== undefined) keep(source.row, source.record.id, owner);
  }
  return { read, problems };
}

/** What an office has set for itself stays. */
function merged(owner: Owner, before: readonly Owner[]): Owner {
  const was = before.find(({ id }) => id === owner.id);
  if (owner.kind !== "office" || was?.kind !== "office") return owner;
  return {
    ...owner,
    closures: was.closures,
    defaultValidityDays: was.defaultValidityDays,
    ...(was.leaseHours === undefined ? {} : { leaseHours: was.leaseHours }),
    demonstration: was.demonstration,
    ...(was.visit === undefined ? {} : { visit: was.visit }),
    ...(was.order === undefined ? {} : { order: was.order }),
  };
}

function rowOf(row: number, id: string | null, owner: Owner, before: readonly Owner[]): RowReport {
  const was = before.find((one) => one.id === owner.id);
  const fate = was === undefined ? "new" : isDeepStrictEqual(was, owner) ? "unchanged" : "changed";
  return { row, id, title: owner.name, fate, code: owner.id, owner: owner.id, published: false };
}
