// A line of text as a reader meets it: which language it really is in, and what must be said about it.
// Called by everything that shows a posting: card, page, paper, speech.
import type { Locale } from "../../server/domain/locale.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Segment } from "../../server/domain/segment.ts";
import type { Instant } from "../../server/domain/time.ts";

/**
 * `source`: not translated, stands in the posting's own language. `machine`: translated automatically. `earlier`: translated by a person from words
 * that have changed since. null: nothing to say.
 */
export type Mark = "source" | "machine" | "earlier" | null;

export interface Line {
  readonly text: string;
  /** Language of the text, for `lang=`. */
  readonly lang: Locale;
  readonly mark: Mark;
  /** With `earlier`: when that translation was made. */
  readonly madeAt?: Instant;
}

type Translated = Pick<PublicPosting, "content" | "translations">;

/** A text that is the same to everyone or already in the reader's language. */
export function plain(text: string, lang: Locale): Line {
  return { text, lang, mark: null };
}

/** Free text in a locale: as written, else a translation that may be shown, else the source, marked. */
export function lineOf(posting: Translated, segment: Segment, locale: Locale): Line {
  const source = posting.content.sourceLocale;
  if (locale === source) return plain(segment.text, source);
  const shown = posting.translations[locale]?.[segment.id];
  if (shown?.earlier !== undefined) return { text: shown.text, lang: locale, mark: "earlier", madeAt: shown.earlier };
  if (shown !== undefined) return { text: shown.text, lang: locale, mark: shown.machine ? "machine" : null };
  return { text: segment.text, lang: source, mark: "source" };
}

/** The title: as written, else translated by a person, else the occupation's own name, else what there is, marked. */
export function titleOf(posting: PublicPosting, locale: Locale): Line {
  const line = lineOf(posting, posting.content.title.written, locale);
  const occupation = line.mark === null ? undefined : posting.occupation?.[locale];
  return occupation === undefined ? { ...line, text: holdSlash(line.text) } : plain(occupation, locale);
}

/** A line never begins with the slash between two forms. */
function holdSlash(text: string): string {
  return text.replace(/ \/ /g, "\u00a0/ ");
}

/** The strongest thing to be said about several lines: some are not translated, some are by machine, or nothing. */
export function markOf(lines: readonly Line[]): Mark {
  if (lines.some((line) => line.mark === "source")) return "source";
  if (lines.some((line) => line.mark === "earlier")) return "earlier";
  return lines.some((line) => line.mark === "machine") ? "machine" : null;
}
