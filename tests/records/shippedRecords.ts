// All real records the project has: those of the demonstration and those from other regions, 115 postings and 39 offices. For tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../../server/config.ts";
import type { Owner } from "../../server/domain/owner.ts";
import type { RecordRow } from "../../server/records/problem.ts";
import type { PostingRecord } from "../../server/records/recordSchema.ts";
import { readRecord } from "../../server/records/recordSchema.ts";
import { readOffices } from "../../server/services/importOffices.ts";
import { readVocabularies } from "../setup/readVocabularies.ts";

export const projectRoot = readConfig({}).projectRoot;
export const vocabularies = readVocabularies(projectRoot);

const read = (path: string) => JSON.parse(readFileSync(join(projectRoot, path), "utf8")) as unknown;
const numbered = (values: readonly unknown[]): RecordRow[] => values.map((value, index) => ({ row: index + 1, value }));

export const demonstrationRows = numbered(read("server/demonstration/postings.json") as unknown[]);
export const allRows = numbered([
  ...(read("server/demonstration/postings.json") as unknown[]),
  ...(read("tests/fixtures/records/postings-elsewhere.json") as unknown[]),
]);

const offices = [read("server/demonstration/offices.json"), read("tests/fixtures/records/offices-elsewhere.json")] as {
  networks: unknown[];
  offices: unknown[];
}[];

export const officeFile = {
  holds: "offices" as const,
  networks: numbered(offices.flatMap((file) => file.networks)),
  offices: numbered(offices.flatMap((file) => file.offices)),
};

export const allOwners: readonly Owner[] = readOffices(officeFile, [], vocabularies.places).read.map(
  ({ owner }) => owner,
);

export function recordOf(row: RecordRow): PostingRecord {
  const { record, problems } = readRecord(row);
  if (record === null) throw new Error(JSON.stringify(problems));
  return record;
}

export function recordNamed(id: string): PostingRecord {
  const row = allRows.find(({ value }) => (value as { id: string }).id === id);
  if (row === undefined) throw new Error(`no record ${id}`);
  return recordOf(row);
}
