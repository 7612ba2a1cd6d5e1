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
  // Read at the first question, and held: two thousand of them.
  let aliases: ReadonlyMap<string, readonly string[]> | undefined;
  return (reference) => {
    const concept = tables.concepts.get(reference);
    if (concept === undefined) return [];
    aliases ??= aliasesByReference(tables);
    const found: LocaleWording[] = [];
    const group = `isco:${concept.isco}`;
    for (const locale of tables.locales) {
      const labels = [
        ...tables.alternatives(locale).of(reference),
        concept.labels[locale] ?? "",
        tables.everyday.get(reference)?.[locale] ?? "",
        tables.concepts.get(group)?.labels[locale] ?? "",
        tables.everyday.get(group)?.[locale] ?? "",
      ];
      for (const label of labels) for (const text of formsOf(label, locale)) found.push({ locale, text });
    }
    for (const text of aliases.get(reference) ?? []) found.push({ locale: SOURCE_LOCALE, text });
    return found;
  };
}

function aliasesByReference(tables: OccupationTables): ReadonlyMap<string, readonly string[]> {
  const titles = new Map<string, string[]>();
  for (const { title, reference } of tables.aliases()) {
    const before = titles.get(reference);
    if (before === undefined) titles.set(reference, [title]);
    else before.push(title);
  }
  return titles;
}
