// Every wording one occupation is known by, in every locale at once, its ISCO-08 group's labels included. Called by the public search,
// which indexes only the occupations that hang on a board.

import { SOURCE_LOCALE } from "../domain/locale.ts";
import { formsOf } from "./genderForms.ts";
import type { OccupationTables } from "./occupationTables.ts";

export interface LocaleWording {
  readonly locale: string;
  readonly text: string;
}

export function createWordingsOf(tables: OccupationTables): (reference: string) => readonly LocaleWording[] {
  // Read once, at the first question, and held: eleven thousand rows.
  let held: {
    alternatives: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
    aliases: ReadonlyMap<string, readonly string[]>;
  } | null = null;
  const read = () => {
    const aliases = new Map<string, string[]>();
    for (const { title, reference } of tables.aliases())
      aliases.set(reference, [...(aliases.get(reference) ?? []), title]);
    return { alternatives: new Map(tables.locales.map((locale) => [locale, tables.alternatives(locale)])), aliases };
  };
  return (reference) => {
    const concept = tables.concepts.get(reference);
    if (concept === undefined) return [];
    held ??= read();
    const found: LocaleWording[] = [];
    const group = `isco:${concept.isco}`;
    for (const locale of tables.locales) {
      const labels = [
        ...(held.alternatives.get(locale)?.get(reference) ?? []),
        concept.labels[locale] ?? "",
        tables.everyday.get(reference)?.[locale] ?? "",
        tables.concepts.get(group)?.labels[locale] ?? "",
        tables.everyday.get(group)?.[locale] ?? "",
      ];
      for (const label of labels) for (const text of formsOf(label, locale)) found.push({ locale, text });
    }
    for (const text of held.aliases.get(reference) ?? []) found.push({ locale: SOURCE_LOCALE, text });
    return found;
  };
}
