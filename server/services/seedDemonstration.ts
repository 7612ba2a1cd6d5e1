// Fills an empty store with the demonstration: the offices of Lecce and real past postings with shifted dates, each marked as demonstration.
// One transaction: a start cut short leaves nothing half seeded. Called by main on an empty data folder.

import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Arranged, DemonstrationPlan } from "../demonstration/planDemonstration.ts";
import { planDemonstration } from "../demonstration/planDemonstration.ts";
import type { Code } from "../domain/code.ts";
import type { Owner } from "../domain/owner.ts";
import type { Posting } from "../domain/posting.ts";
import type { Instant } from "../domain/time.ts";
import { matchOwner } from "../records/matchOwner.ts";
import type { PostingRecord } from "../records/recordSchema.ts";
import { readRecord } from "../records/recordSchema.ts";
import { recordToPosting } from "../records/recordToPosting.ts";
import type { Writer } from "../store/store.ts";
import type { Vocabularies } from "../vocabularies/loadVocabularies.ts";
import { readOffices } from "./importOffices.ts";
import type { ImportDesk } from "./importRecords.ts";
import { keepImported } from "./keepImported.ts";
import type { DemonstrationTranslation } from "./seedTranslations.ts";
import { seedTranslations } from "./seedTranslations.ts";

/** Origin of the demonstration's postings; an import of real records never touches them. */
export const DEMONSTRATION_SYSTEM = "demonstration";
const ACTOR = "system:demonstration";

export interface SeedNeeds extends Omit<ImportDesk, "mirror"> {
  readonly projectRoot: string;
  readonly vocabularies: ImportDesk["vocabularies"] & Pick<Vocabularies, "language">;
}

/** Returns how many postings there are. Does nothing where the demonstration stands already. */
export async function seedDemonstration(needs: SeedNeeds): Promise<number> {
  const now = needs.clock.now();
  const read = (name: string) =>
    JSON.parse(readFileSync(join(needs.projectRoot, "server/demonstration", name), "utf8")) as unknown;
  const records = readDemonstration(read("postings.json") as unknown[]);
  const arranged = planDemonstration(records, read("plan.json") as DemonstrationPlan, now);
  const translations = read("translations.json") as DemonstrationTranslation[];
  const owners = demonstrationOwners(read("offices.json") as { networks: unknown[]; offices: unknown[] }, needs);
  const { value } = await needs.store.write(ACTOR, now, async (tx) => {
    if ((await tx.setting("demonstration")) === "1") return 0;
    for (const owner of owners) {
      if ((await tx.owner(owner.id)) !== null) continue;
      await tx.putOwner(owner);
      await tx.record("owner.saved", owner.id, { kind: owner.kind });
    }
    const codes = new Map<string, Code>();
    // A role needs the code of its event.
    for (const one of [...arranged].sort(
      (a, b) => Number(a.record.parent !== null) - Number(b.record.parent !== null),
    )) {
      const posting = await keepOne(tx, one, { needs, owners, codes, now });
      codes.set(one.record.id ?? "", posting.code);
      await seedTranslations(tx, posting, translations, needs.vocabularies.language, now);
    }
    await tx.putSetting("demonstration", "1");
    await tx.record("demonstration.seeded", "demonstration", { postings: codes.size });
    return codes.size;
  });
  return value;
}

/** @throws Error where the shipped data are not what they should be */
function readDemonstration(values: readonly unknown[]): PostingRecord[] {
  return values.map((value, index) => {
    const { record, problems } = readRecord({ row: index + 1, value });
    if (record === null) throw new Error(`server/demonstration/postings.json: ${JSON.stringify(problems)}`);
    return record;
  });
}

function demonstrationOwners(
  { networks, offices }: { networks: unknown[]; offices: unknown[] },
  needs: SeedNeeds,
): Owner[] {
  const rows = (values: readonly unknown[]) => values.map((value, index) => ({ row: index + 1, value }));
  const { read } = readOffices(
    { holds: "offices", networks: rows(networks), offices: rows(offices) },
    [],
    needs.vocabularies.places,
  );
  return read.map(({ owner }) => (owner.kind === "office" ? { ...owner, demonstration: true } : owner));
}

interface Seeding {
  readonly needs: SeedNeeds;
  readonly owners: readonly Owner[];
  readonly codes: ReadonlyMap<string, Code>;
  readonly now: Instant;
}

async function keepOne(
  tx: Writer,
  { record, state, reason, publishAt }: Arranged,
  { needs, owners, codes, now }: Seeding,
): Promise<Posting> {
  const { content, staffNote } = recordToPosting({ row: 0, record }, needs.vocabularies);
  const owner = ownerOf(record, owners, needs);
  const posting = await keepImported(tx, ACTOR, now, {
    existing: null,
    owner,
    content: { ...content, parent: record.parent === null ? null : (codes.get(record.parent) ?? null) },
    origin: { system: DEMONSTRATION_SYSTEM, id: record.id ?? "", hash: hash("sha256", JSON.stringify(record), "hex") },
    // Whence it comes, and which office the source named where that is not one of these.
    staffNote: [staffNote, record.office].filter((line) => line !== null).join("\n"),
    demonstration: true,
    publishAt: state === "draft" ? null : publishAt,
  });
  if (state !== "suspended" && state !== "closed") return posting;
  const closed = state === "closed" ? { reason: reason ?? "withdrawn", at: now - 3600_000 } : null;
  const after: Posting = { ...posting, state, closed };
  await tx.putPosting(after);
  await tx.record(
    state === "closed" ? "posting.closed" : "posting.suspended",
    posting.code,
    closed === null ? {} : { reason: closed.reason },
  );
  return after;
}

/** The one the record names; else the shelf for what comes from elsewhere, EURES apart. */
function ownerOf(record: PostingRecord, owners: readonly Owner[], { vocabularies }: SeedNeeds): Owner {
  const shelf = record.kind === "eures" || record.network === "EURES" ? "rete-eures" : "altre-regioni";
  const owner = matchOwner(record, owners, vocabularies.places) ?? owners.find(({ id }) => id === shelf);
  if (owner === undefined) throw new Error(`server/demonstration/offices.json: ${shelf} is missing`);
  return owner;
}
