// How a posting stands in one locale, segment by segment: what the translators' desk lists and the numbers count.
// [X1] Staleness is derived: a segment is stale where only translations of earlier words exist. Used by services and the desk.
import type { Content } from "./content.ts";
import type { Locale } from "./locale.ts";
import type { PhrasesOf } from "./phrase.ts";
import type { SegmentField } from "./segmentsOf.ts";
import { placedSegments } from "./segmentsOf.ts";
import type { Translation, TranslationState } from "./translation.ts";

export interface SheetLine {
  readonly segment: string;
  readonly field: SegmentField;
  readonly source: string;
  /** `missing` also where there is only a translation of earlier words. */
  readonly state: TranslationState;
  readonly current: Translation | null;
  /** The newest one of earlier words: what it said, and from what. With `current` null the segment is stale. */
  readonly earlier: Translation | null;
  /** A title whose occupation is known and a line that says a phrase stand in every language without anyone's words. */
  readonly given: boolean;
  /** In the working copy only, not in what the public sees. */
  readonly unpublished: boolean;
}

/** What the public sees first, then what a working copy adds. Empty in the posting's own language. */
export function translationSheet(
  posting: { readonly published: { readonly content: Content } | null; readonly working: Content | null },
  translations: readonly Translation[],
  locale: Locale,
  phrasesOf: PhrasesOf,
): SheetLine[] {
  const lines: SheetLine[] = [];
  const mine = translations.filter((one) => one.locale === locale && one.text !== "");
  const add = (content: Content, unpublished: boolean) => {
    if (content.sourceLocale === locale) return;
    const phrases = phrasesOf(content);
    for (const { field, segment } of placedSegments(content)) {
      if (lines.some((line) => line.segment === segment.id && line.source === segment.text)) continue;
      const own = mine.filter((one) => one.segment === segment.id);
      const current = own.find((one) => one.source === segment.text) ?? null;
      const earlier = own.filter((one) => one !== current).sort((a, b) => b.at - a.at)[0] ?? null;
      lines.push({
        segment: segment.id,
        field,
        source: segment.text,
        state: current?.state ?? "missing",
        current,
        earlier,
        given: (field === "title" && content.title.occupation !== null) || phrases[segment.id] !== undefined,
        unpublished,
      });
    }
  };
  if (posting.published !== null) add(posting.published.content, false);
  if (posting.working !== null) add(posting.working, posting.published !== null);
  return lines;
}

/** What a line is counted as; a given title that nobody translated needs nobody. */
export type LineCount = TranslationState | "stale" | "given";

export function countAs(line: SheetLine): LineCount {
  if (line.current !== null) return line.state;
  if (line.given) return "given";
  return line.earlier === null ? "missing" : "stale";
}
