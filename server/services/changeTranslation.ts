// The one way a translation changes: load inside the transaction, compare the expected revision, check the right, write, record, and where the
// public then sees other words, advance what it sees. Two translators therefore cannot overwrite each other.
// [TR1] Only a segment that stands in the posting now, with the very words it was made from, can be written.
// [TR2] Where what the public sees changes, the posting's public revision advances in the same transaction: displays, pages and paper follow.
// [TR3] Approved text of people enters the memory, and leaves it when its approval is withdrawn. Called by writeTranslation and moveTranslation.

import { withoutCandidates } from "../domain/changesOf.ts";
import type { Code } from "../domain/code.ts";
import type { Verb } from "../domain/event.ts";
import type { Locale } from "../domain/locale.ts";
import type { Owner } from "../domain/owner.ts";
import type { Posting, Revision } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { PlacedSegment } from "../domain/segmentsOf.ts";
import { placedSegments } from "../domain/segmentsOf.ts";
import type { Instant } from "../domain/time.ts";
import type { Translation, TranslationPolicy } from "../domain/translation.ts";
import { shownTranslations } from "../domain/translation.ts";
import type { User } from "../domain/user.ts";
import type { Writer } from "../store/store.ts";
import type { Desk } from "./changePosting.ts";
import { authorise, ownerOf } from "./changePosting.ts";

export interface SegmentKey {
  readonly code: Code;
  readonly segment: string;
  readonly locale: Locale;
  /** The words the translator had before them. */
  readonly source: string;
}

/** A segment in its place: what stands beside it, for the memory. */
export interface Standing {
  readonly posting: Posting;
  readonly owner: Owner;
  readonly placed: PlacedSegment;
  readonly neighbours: { readonly before: string | null; readonly after: string | null };
}

export interface ChangedTranslation {
  readonly translation: Translation;
  readonly verb: Verb;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Refuses unknownCode, notAllowed, sourceChanged, changedMeanwhile. `expected`: revision of the translation as last seen, 0 where there was none. */
export async function changeTranslation(
  desk: Desk,
  user: User,
  key: SegmentKey,
  expected: Revision,
  change: (
    before: Translation | null,
    standing: Standing,
    tx: Writer,
    now: Instant,
  ) => Promise<ChangedTranslation | null>,
): Promise<Translation | null> {
  const now = desk.clock.now();
  const { policy } = desk.mirror;
  const { value } = await desk.store.write(user.login, now, async (tx) => {
    const standing = await standingOf(tx, user, key);
    const all = await tx.translations(key.code);
    const before =
      all.find((one) => one.segment === key.segment && one.locale === key.locale && one.source === key.source) ?? null;
    if ((before?.revision ?? 0) !== expected) {
      throw new Refusal("changedMeanwhile", { code: key.code, by: before?.author ?? "", at: before?.at ?? 0 });
    }
    const changed = await change(before, standing, tx, now);
    if (changed === null) return before;
    const after: Translation = { ...changed.translation, revision: tx.revision };
    await tx.putTranslation(after);
    await tx.record(changed.verb, key.code, {
      segment: key.segment,
      locale: key.locale,
      from: before?.state ?? "missing",
      to: after.state,
      ...(before?.text !== after.text && withoutCandidates({ before: before?.text ?? null, after: after.text })),
      ...changed.facts,
    });
    await announce(tx, standing.posting, all, [...all.filter((one) => one !== before), after], policy);
    return after;
  });
  await desk.mirror.catchUp();
  return value;
}

/** [TR1] */
async function standingOf(tx: Writer, user: User, { code, segment, locale, source }: SegmentKey): Promise<Standing> {
  const posting = await tx.posting(code);
  if (posting === null) throw new Refusal("unknownCode", { code });
  const owner = await ownerOf(tx, posting.owner);
  for (const content of [posting.published?.content, posting.working]) {
    if (content != null) authorise(user, "translate", owner, content.section);
  }
  for (const content of [posting.working, posting.published?.content]) {
    if (content == null || content.sourceLocale === locale) continue;
    const all = placedSegments(content);
    const at = all.findIndex((one) => one.segment.id === segment && one.segment.text === source);
    const placed = all[at];
    if (placed === undefined) continue;
    const beside = (n: number) => all[at + n]?.segment.text ?? null;
    return { posting, owner, placed, neighbours: { before: beside(-1), after: beside(1) } };
  }
  throw new Refusal("sourceChanged", { code });
}

/** [TR2] */
export async function announce(
  tx: Writer,
  posting: Posting,
  before: readonly Translation[],
  after: readonly Translation[],
  policy: TranslationPolicy,
): Promise<boolean> {
  if (posting.published === null || posting.publicRevision === null) return false;
  const shown = (translations: readonly Translation[]) =>
    JSON.stringify(
      shownTranslations((posting.published as NonNullable<Posting["published"]>).content, translations, policy),
    );
  if (shown(before) === shown(after)) return false;
  await tx.putPosting({ ...posting, publicRevision: tx.revision });
  return true;
}
