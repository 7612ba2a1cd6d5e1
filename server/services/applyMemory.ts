// Fills what a posting still lacks from the memory: only sentences the memory knows word for word, with their values said anew (100 and 101).
// [T5] What it writes is a person's approved translation, marked with who approved it; it is checked like any other and never enters the memory again.
// [T6] It never stands in the way of publishing: a follower calls it afterwards, and again whenever something was approved.

import { blocks } from "../domain/checkTranslation.ts";
import type { Code } from "../domain/code.ts";
import type { SuggestionAnswer } from "../domain/httpTranslation.ts";
import type { Locale } from "../domain/locale.ts";
import { placedSegments } from "../domain/segmentsOf.ts";
import type { Translation } from "../domain/translation.ts";
import { giveWay } from "../giveWay.ts";
import { announce } from "./changeTranslation.ts";
import { sayFromMemory, skeletonIn } from "./lookUpMemory.ts";
import type { TranslationDesk } from "./moveTranslation.ts";
import { findingsFor, termsFor } from "./moveTranslation.ts";

export const MEMORY_ACTOR = "system:memory";

interface Found {
  readonly segment: string;
  readonly locale: Locale;
  readonly source: string;
  readonly suggestion: SuggestionAnswer;
}

/** Returns how many segments it filled. */
export async function applyMemory(desk: TranslationDesk, code: Code, locales: readonly Locale[]): Promise<number> {
  const entry = desk.mirror.entry(code);
  const content = entry?.posting.working ?? entry?.posting.published?.content;
  if (entry === undefined || content === undefined || entry.posting.state === "closed") return 0;
  const terms = await termsFor(desk.store, desk.vocabularies, entry.posting.owner);
  const placed = placedSegments(content);
  const phrases = desk.mirror.phrasesOf(content);
  const found: Found[] = [];
  for (const [n, { field, segment }] of placed.entries()) {
    if ((field === "title" && content.title.occupation !== null) || phrases[segment.id] !== undefined) continue;
    const source = segment.text;
    const from = content.sourceLocale;
    const lacking = locales.filter(
      (locale) =>
        locale !== from &&
        !entry.translations.some((one) => one.segment === segment.id && one.locale === locale && one.source === source),
    );
    if (lacking.length === 0) continue;
    const skeleton = skeletonIn(desk.vocabularies, { source, from });
    for (const locale of lacking) {
      // An import asks for hundreds of postings: the embedded database answers each look-up without letting go.
      await giveWay();
      const asked = {
        source,
        from,
        to: locale,
        field,
        before: placed[n - 1]?.segment.text ?? null,
        after: placed[n + 1]?.segment.text ?? null,
      };
      const suggestion = await sayFromMemory(desk.store, desk.vocabularies, asked, skeleton);
      if (suggestion === null) continue;
      if (blocks(findingsFor(desk.vocabularies, source, suggestion.target, from, locale, terms))) continue;
      found.push({ segment: segment.id, locale, source, suggestion });
    }
  }
  if (found.length === 0) return 0;
  const now = desk.clock.now();
  const { value } = await desk.store.write(MEMORY_ACTOR, now, async (tx) => {
    const posting = await tx.posting(code);
    if (posting === null) return 0;
    const before = await tx.translations(code);
    const after: Translation[] = [...before];
    for (const { segment, locale, source, suggestion } of found) {
      // Somebody may have written meanwhile: theirs stands.
      if (before.some((one) => one.segment === segment && one.locale === locale && one.source === source)) continue;
      const { target: text, reviewer, score } = suggestion;
      const translation: Translation = {
        code,
        segment,
        locale,
        source,
        text,
        state: "approved",
        author: MEMORY_ACTOR,
        reviewer,
        at: now,
        revision: tx.revision,
      };
      await tx.putTranslation(translation);
      await tx.record("translation.written", code, {
        segment,
        locale,
        from: "missing",
        to: "approved",
        by: "memory",
        memory: suggestion.id,
        score,
      });
      after.push(translation);
    }
    if (after.length === before.length) return 0;
    await announce(tx, posting, before, after, desk.mirror.policy);
    return after.length - before.length;
  });
  if (value > 0) await desk.mirror.catchUp();
  return value;
}
