// What a posting is about, as concepts worded in every language: occupation, section, contract, hours, sector, province, region, country.
// Called by createPostingSearch for its index.

import type { WordsOf } from "../../templates/parts/words.ts";
import type { Locale } from "../domain/locale.ts";
import type { Vocabularies } from "../vocabularies/loadVocabularies.ts";
import type { Entry } from "./mirror.ts";
import type { Concept } from "./wordIndex.ts";

export interface ConceptNeeds {
  readonly vocabularies: Pick<Vocabularies, "wordingsOf" | "matchOccupation" | "places">;
  readonly words: WordsOf;
  readonly locales: readonly Locale[];
}

/** Shorter words of a title name no occupation by themselves. */
const SHORTEST_NAME = 5;

export function createConceptsOf({ vocabularies, words, locales }: ConceptNeeds): (entry: Entry) => Concept[] {
  const { places } = vocabularies;
  const named = new Map<string, string>();
  const label = (list: string, code: string): Concept => ({
    id: `${list}:${code}`,
    words: () => locales.map((locale) => ({ locale, text: words(locale).t(`vocabulary:${list}.${code}`) })),
  });
  const occupation = (reference: string): Concept => ({
    id: `occupation:${reference}`,
    words: () => vocabularies.wordingsOf(reference),
  });
  const names = (id: string, found: { readonly names: Readonly<Record<string, string>> } | undefined): Concept[] =>
    found === undefined
      ? []
      : [{ id, words: () => Object.entries(found.names).map(([locale, text]) => ({ locale, text })) }];

  /** A title nobody has tied to an occupation may still name one: good enough to be found by, never shown. */
  function namedBy(word: string): string | null {
    const found = named.get(word) ?? vocabularies.matchOccupation(word)?.occupation ?? null;
    named.set(word, found ?? "");
    return found === "" ? null : found;
  }

  return ({ shown }) => {
    if (shown === null) return [];
    const { content } = shown;
    const { job, title } = content;
    const concepts: Concept[] = [label("section", content.section)];
    if (title.occupation !== null) concepts.push(occupation(title.occupation.ref));
    else if (content.sourceLocale === "it")
      for (const word of title.written.text.split(/[^\p{L}]+/u)) {
        const reference = word.length < SHORTEST_NAME ? null : namedBy(word.toLowerCase());
        if (reference !== null) concepts.push(occupation(reference));
      }
    for (const code of job?.contracts ?? []) concepts.push(label("contract", code));
    for (const code of job?.schedules ?? []) concepts.push(label("schedule", code));
    if (job?.sector != null) concepts.push(label("sector", job.sector));
    for (const { municipality, province, region } of content.places) {
      if (municipality !== null) {
        const [known] = places.municipalities(municipality, province ?? undefined);
        concepts.push({
          id: `town:${municipality}|${province ?? ""}`,
          words: () => Object.values(known?.names ?? { it: municipality }).map((text) => ({ locale: "it", text })),
        });
      }
      const known = province === null ? undefined : places.province(province);
      if (known !== undefined) concepts.push(...names(`province:${known.sigla}`, known));
      const inRegion = known?.region ?? (region === null ? undefined : places.region(region));
      if (inRegion !== undefined) concepts.push(...names(`region:${inRegion.code}`, inRegion));
    }
    return concepts;
  };
}
