// Writes one imported posting inside a transaction: as a draft, or published at an instant. Called by importRecords and seedDemonstration.
import { isDeepStrictEqual } from "node:util";
import type { Content } from "../domain/content.ts";
import type { Owner } from "../domain/owner.ts";
import type { Posting } from "../domain/posting.ts";
import type { Instant } from "../domain/time.ts";
import type { Writer } from "../store/store.ts";
import { newCode } from "./newCode.ts";
import { keepVersion, published } from "./publishPosting.ts";

export interface Imported {
  readonly existing: Posting | null;
  readonly owner: Owner;
  readonly content: Content;
  readonly origin: NonNullable<Posting["origin"]>;
  readonly staffNote: string | null;
  readonly demonstration: boolean;
  /** Null: it stays a draft or working copy. */
  readonly publishAt: Instant | null;
}

/** Refuses `incomplete` where it would end before `publishAt`. Staff's own note is never replaced. */
export async function keepImported(tx: Writer, actor: string, now: Instant, imported: Imported): Promise<Posting> {
  const { existing, owner, content, origin, publishAt } = imported;
  const draft: Posting = {
    ...(existing ?? (await blankPosting(tx, owner, imported.demonstration, now))),
    working: isDeepStrictEqual(content, existing?.published?.content) ? null : content,
    origin,
    staffNote: existing?.staffNote ?? imported.staffNote,
    revision: tx.revision,
    changedAt: now,
  };
  const office = owner.kind === "office" ? owner : null;
  const posting = publishAt === null ? draft : published(draft, content, office, publishAt, tx.revision);
  await tx.putPosting(posting);
  await tx.record("posting.imported", posting.code, { system: origin.system, id: origin.id, new: existing === null });
  if (publishAt !== null) {
    await keepVersion(tx, posting, actor);
    await tx.record("posting.published", posting.code, {
      section: content.section,
      until: posting.published?.until,
      owner: owner.id,
    });
  }
  return posting;
}

async function blankPosting(tx: Writer, owner: Owner, demonstration: boolean, now: Instant): Promise<Posting> {
  return {
    code: await newCode(tx),
    owner: owner.id,
    state: "draft",
    published: null,
    working: null,
    closed: null,
    revision: tx.revision,
    publicRevision: null,
    createdAt: now,
    changedAt: now,
    origin: null,
    demonstration,
    staffNote: null,
  };
}
