// What checks need of each language, and the fixed terms of law: files of locales/vocabularies/. Called through loadVocabularies.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../domain/language.ts";
import { languageSchema, plainLanguage } from "../domain/language.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import type { Term, TermKind } from "../domain/term.ts";
import { TERM_KINDS } from "../domain/term.ts";

/** @param folder holds the locales' folders and vocabularies/. A language nobody has described still has its values checked. */
export function readLanguage(folder: string, locale: string): Language {
  const facts = join(folder, locale, "locale.json");
  const { intl = locale } = existsSync(facts) ? (JSON.parse(readFileSync(facts, "utf8")) as { intl?: string }) : {};
  const file = join(folder, "vocabularies", `language.${locale}.json`);
  if (!existsSync(file)) return plainLanguage(locale, intl);
  return { ...languageSchema.parse(JSON.parse(readFileSync(file, "utf8"))), intl };
}

/** @throws Error where a line has no kind */
export function readLawTerms(folder: string): Term[] {
  const lines = readFileSync(join(folder, "vocabularies", "terms.tsv"), "utf8").split("\n");
  const rows = lines.filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("\t"));
  const [columns = [], ...terms] = rows;
  return terms.map((cells, n) => {
    const kind = TERM_KINDS.find((one) => one === cells[0]);
    if (kind === undefined) throw new Error(`terms.tsv: line ${n + 2} has no kind`);
    const forms = Object.fromEntries(
      columns.slice(1).flatMap((locale, column) => {
        const said = formsOf(cells[column + 1]);
        return locale === SOURCE_LOCALE || said.length === 0 ? [] : [[locale, said]];
      }),
    );
    return {
      id: `law-${n + 1}`,
      owner: "law",
      kind: kind satisfies TermKind,
      source: formsOf(cells[1]),
      forms,
      note: null,
    };
  });
}

function formsOf(cell: string | undefined): string[] {
  return (cell ?? "")
    .split("|")
    .map((form) => form.trim())
    .filter((form) => form !== "");
}
