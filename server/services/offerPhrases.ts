// Phrases offered while staff type a requirement, a benefit, a paper or an instruction: those that go on as the line begins, what it says already, then
// those with such words, in Italian or in the reader's language, with the numbers that were typed. Called by http/vocabularies.

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
  const templates = wanted.length === 0 ? [] : phraseTemplates(kind, numbers);
  const said = templates.map((phrase) =>
    [SOURCE_LOCALE, locale].map((id) => foldedWords(sayPhrase(phrase, words(id)) ?? "")),
  );
  const begun = asked.join(" ");
  // "vitto e al" goes on to "vitto e alloggio", though "vitto" by itself is a phrase too.
  templates.forEach((phrase, n) => {
    if (said[n]?.some((own) => own.join(" ").startsWith(begun))) add(phrase);
  });
  const exact = vocabularies.matchPhrase(kind, typed);
  if (exact !== null) add(exact);
  templates.forEach((phrase, n) => {
    if (said[n]?.some((own) => wanted.every((word) => own.some((one) => one.startsWith(word))))) add(phrase);
  });
  return [...offers.values()].slice(0, MOST);
}
