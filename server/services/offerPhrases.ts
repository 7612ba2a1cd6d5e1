// Phrases offered while staff type a requirement, a benefit, a paper or an instruction: what the line says already, then those whose words begin so,
// in Italian or in the reader's language, with the numbers that were typed. Called by http/vocabularies.

import { sayPhrase } from "../../templates/parts/sayPhrase.ts";
import type { WordsOf } from "../../templates/parts/words.ts";
import type { Locale } from "../domain/locale.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import type { PhraseKind, PhraseOffer } from "../domain/phrase.ts";
import { foldedWords } from "../vocabularies/foldText.ts";
import type { Vocabularies } from "../vocabularies/loadVocabularies.ts";
import type { Phrase } from "../vocabularies/matchRequirement.ts";
import { phraseTemplates } from "../vocabularies/phraseTemplates.ts";

const MOST = 8;

export function offerPhrases(
  vocabularies: Pick<Vocabularies, "matchPhrase">,
  words: WordsOf,
  kind: PhraseKind,
  typed: string,
  locale: Locale,
): PhraseOffer[] {
  const asked = foldedWords(typed);
  const numbers = asked.filter((word) => /^\d{1,2}$/.test(word)).map(Number);
  const wanted = asked.filter((word) => !/^\d+$/.test(word));
  const offers = new Map<string, PhraseOffer>();
  const add = (phrase: Phrase) => {
    const text = sayPhrase(phrase, words(SOURCE_LOCALE));
    const said = sayPhrase(phrase, words(locale));
    // What would not be recognised again would be translated by nobody.
    if (text !== null && said !== null && vocabularies.matchPhrase(kind, text) !== null)
      offers.set(text, { text, said });
  };
  const exact = vocabularies.matchPhrase(kind, typed);
  if (exact !== null) add(exact);
  if (wanted.length === 0) return [...offers.values()];
  for (const phrase of phraseTemplates(kind, numbers)) {
    if (offers.size >= MOST) break;
    const said = [SOURCE_LOCALE, locale].map((id) => foldedWords(sayPhrase(phrase, words(id)) ?? ""));
    if (said.some((own) => wanted.every((word) => own.some((one) => one.startsWith(word))))) add(phrase);
  }
  return [...offers.values()].slice(0, MOST);
}
