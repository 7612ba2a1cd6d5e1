// What the memory must know of names: every occupation and every Italian place, found in running text. Built beforehand in steps, at the latest on first use.
// Called through loadVocabularies by whatever masks a sentence (domain/skeleton.ts).

import { SOURCE_LOCALE } from "../domain/locale.ts";
import type { Lexicon } from "../domain/skeleton.ts";
import { builtInSteps } from "./builtInSteps.ts";
import { foldText } from "./foldText.ts";
import { formsOf } from "./genderForms.ts";
import type { OccupationTables } from "./occupationTables.ts";
import type { Places } from "./placeTables.ts";
import { smallWords, stemWord } from "./stemWord.ts";

interface Named {
  readonly kind: "occupation" | "place";
  readonly key: string;
}

const LONGEST = 8;
/** Everyday words that are also a municipality's name or a title's: they say neither by themselves. */
const PLAIN_WORDS = new Set(
  "zona sede centro ufficio servizio negozio azienda impresa persona personale candidato lavoratore dipendente capo corso stage bar hotel mare monte campo ponte chiesa scala bene arma none massa rocca terme prato posta castello fumo lago torre valle forno lavoro assistenza supporto vendita sala".split(
    " ",
  ),
);

/** Names learnt before others get their turn: some two milliseconds. */
const STEP = 100;

export function createLexicon(
  tables: OccupationTables,
  places: Places,
): Lexicon & { readonly prepare: () => Promise<void> } {
  const names = builtInSteps(() => learn(tables, places));
  const stems = new Map<string, string>();
  const stemOf = (word: string) => {
    const before = stems.get(word);
    if (before !== undefined) return before;
    const stem = stemWord(foldText(word), SOURCE_LOCALE);
    if (stems.size > 50_000) stems.clear();
    stems.set(word, stem);
    return stem;
  };
  return {
    prepare: names.prepare,
    find(words, at) {
      const known = names.get();
      const first = words[at] as string;
      if (/^[\p{N}\uE000]/u.test(first)) return null;
      let found: ReturnType<Lexicon["find"]> = null;
      let folded = "";
      let stemmed = "";
      for (let length = 1; length <= LONGEST && at + length <= words.length; length += 1) {
        const word = words[at + length - 1] as string;
        if (word.startsWith("\uE000")) break;
        folded += `${length === 1 ? "" : " "}${foldText(word)}`;
        stemmed += `${length === 1 ? "" : " "}${stemOf(word)}`;
        if (length === 1 && (PLAIN_WORDS.has(folded) || folded.length < 3)) continue;
        const named = known.get(`= ${folded}`) ?? known.get(stemmed);
        if (named !== undefined) found = { ...named, length };
      }
      return found;
    },
  };
}

function* learn(tables: OccupationTables, places: Places): Generator<void, ReadonlyMap<string, Named>> {
  const known = new Map<string, Named>();
  const small = smallWords(SOURCE_LOCALE);
  const named = new Map<string, Named>();
  const occupation = (label: string, key: string) => {
    const one = named.get(key) ?? { kind: "occupation", key };
    named.set(key, one);
    for (const form of formsOf(label, SOURCE_LOCALE)) {
      const words = foldText(form).split(" ");
      if (words.length > LONGEST || words.every((word) => small.has(word))) continue;
      if (words.length === 1 && PLAIN_WORDS.has(words[0] ?? "")) continue;
      const stemmed = words.map((word) => stemWord(word, SOURCE_LOCALE)).join(" ");
      if (!known.has(stemmed)) known.set(stemmed, one);
    }
  };
  let taken = 0;
  for (const [label, reference] of titles(tables)) {
    if (++taken % STEP === 0) yield;
    occupation(label, reference);
  }
  const place = (name: string, key: string) => {
    const folded = foldText(name);
    if (folded.length > 2 && !PLAIN_WORDS.has(folded) && !small.has(folded))
      known.set(`= ${folded}`, { kind: "place", key });
  };
  for (const { name, code } of places.allMunicipalities()) {
    if (++taken % (10 * STEP) === 0) yield;
    place(name, `municipality ${code}`);
  }
  for (const { names, sigla } of places.provinces()) place(names[SOURCE_LOCALE] ?? "", `province ${sigla}`);
  for (const { names, code } of places.regions()) place(names[SOURCE_LOCALE] ?? "", `region ${code}`);
  return known;
}

/** Every wording of every occupation in Italian with its key: where two share one, the first has it. */
function* titles(tables: OccupationTables): Generator<readonly [label: string, key: string]> {
  for (const [reference, labels] of tables.everyday) yield [labels[SOURCE_LOCALE] ?? "", reference];
  for (const { title, reference } of tables.aliases())
    yield [title, reference === "" ? `title ${foldText(title)}` : reference];
  for (const { reference, labels } of tables.concepts.all())
    if (!reference.startsWith("isco:")) yield [labels[SOURCE_LOCALE] ?? "", reference];
  for (const [{ reference }, labels] of tables.alternatives(SOURCE_LOCALE).all())
    for (const label of labels) yield [label, reference];
}
