// Every wording an occupation can be found by in one locale, each gender form by itself, best kinds first.
// Called by searchOccupations while it builds an index.
import { SOURCE_LOCALE } from "../domain/locale.ts";
import { formsOf } from "./genderForms.ts";
import type { Wording } from "./occupationIndex.ts";
import type { OccupationTables } from "./occupationTables.ts";

export function* occupationWordings(tables: OccupationTables, locale: string): Iterable<Wording> {
  const offered = (reference: string) => tables.concepts.get(reference)?.offered === true;
  for (const { reference, labels, offered: shown } of tables.concepts.all()) {
    if (!shown || labels[locale] === undefined) continue;
    const kind = reference.startsWith("isco:") ? "isco" : "preferred";
    for (const text of formsOf(labels[locale], locale)) yield { reference, kind, text };
  }
  for (const [reference, labels] of tables.everyday) {
    for (const text of formsOf(labels[locale] ?? "", locale)) yield { reference, kind: "alias", text };
  }
  if (locale === SOURCE_LOCALE) {
    for (const alias of tables.aliases())
      if (offered(alias.reference)) yield { reference: alias.reference, kind: "alias", text: alias.title };
    for (const { title, reference } of tables.cp2011())
      if (offered(reference)) yield { reference, kind: "cp2011", text: title };
  }
  for (const [{ reference, offered: shown }, texts] of tables.alternatives(locale).all()) {
    if (!shown) continue;
    for (const label of texts)
      for (const text of formsOf(label, locale)) yield { reference, kind: "alternative", text };
  }
}
