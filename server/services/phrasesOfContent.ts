// What the lines of a posting say as phrases of the vocabularies, in every language. Handed to the mirror and to previews.
// [V7] Recognised when shown, not stored: a better grammar helps postings that are already there.

import { sayPhrase } from "../../templates/parts/sayPhrase.ts";
import type { WordsOf } from "../../templates/parts/words.ts";
import type { Content } from "../domain/content.ts";
import type { Locale, PerLocale } from "../domain/locale.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import type { PhraseKind, PhrasesOf } from "../domain/phrase.ts";
import { KIND_OF_FIELD } from "../domain/phrase.ts";
import { placedSegments } from "../domain/segmentsOf.ts";
import type { Vocabularies } from "../vocabularies/loadVocabularies.ts";

/** The same lines come again and again. */
const KEPT = 5000;

export function phrasesOfContent(
  vocabularies: Pick<Vocabularies, "matchPhrase">,
  words: WordsOf,
  locales: readonly Locale[],
): PhrasesOf {
  const known = new Map<string, PerLocale<string> | null>();
  const read = (kind: PhraseKind, text: string): PerLocale<string> | null => {
    const phrase = vocabularies.matchPhrase(kind, text);
    if (phrase === null) return null;
    const said = locales.flatMap((locale) => {
      const line = sayPhrase(phrase, words(locale));
      return line === null ? [] : [[locale, line] as const];
    });
    return said.length < locales.length ? null : Object.fromEntries(said);
  };
  const say = (kind: PhraseKind, text: string) => {
    const key = `${kind} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size > KEPT) known.clear();
    const fresh = read(kind, text);
    known.set(key, fresh);
    return fresh;
  };
  return (content: Content) => {
    if (content.sourceLocale !== SOURCE_LOCALE) return {};
    const found: Record<string, PerLocale<string>> = {};
    for (const { field, segment } of placedSegments(content)) {
      const kind = KIND_OF_FIELD[field];
      const said = kind === undefined ? null : say(kind, segment.text);
      if (said !== null) found[segment.id] = said;
    }
    return found;
  };
}
