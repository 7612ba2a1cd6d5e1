// Finds texts that no source asks for. A key counts as asked for when it stands whole in a source, when a template literal of a source
// can become it, or when DYNAMIC names its beginning.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { SOURCE_LOCALE } from "../../server/domain/locale.ts";
import { askedKey, ROOT, surfacesOf, textsOf } from "./catalogues.ts";

/** Beginnings of keys that code puts together, each with the place that does. */
const DYNAMIC: readonly string[] = [
  "refusals:", // by code of server/domain/refusal.ts
  "vocabulary:qualifiedTitle", // server/vocabularies/loadVocabularies.ts
  "vocabulary:qualifier.", // server/vocabularies/loadVocabularies.ts
  "vocabulary:phrase.", // by the id a requirement carries
  "vocabulary:protectedGroup.", // law as data: the list is complete whether or not a surface shows it yet
  "vocabulary:sectionAbout.", // one sentence a section, for whoever explains the board
  "vocabulary:notice.", // attributions owed to the sources of the vocabularies
  "vocabulary:education.", // values of the phrase "education"
  "vocabulary:applyChannel.", // closed lists a form or filter offers whole
  "vocabulary:weekday.",
  "names:", // by country and language code
  "audit:verb.", // by the verb of a line of the log, server/domain/event.ts
  "import:", // fates, columns and problems, by what an import met
];

const FOLDERS = ["server", "kiosk", "admin", "templates"];

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

it("every text of locales/ is asked for somewhere", () => {
  const whole = new Set<string>();
  const shapes: RegExp[] = [];
  for (const source of FOLDERS.flatMap(sources)) {
    for (const found of source.matchAll(/"([^"\n]*)"|'([^'\n]*)'|`([^`$\n]*)`/g))
      whole.add(found[1] ?? found[2] ?? found[3] ?? "");
    for (const found of source.matchAll(/`((?:[^`$\n]|\$\{[^`}]*\}|\$)*\$\{(?:[^`$\n]|\$\{[^`}]*\}|\$)*)`/g)) {
      const parts = (found[1] ?? "").split(/\$\{[^}]*\}/);
      // A literal that says nothing before its first hole could become any key.
      if (/^(?:\w+:)?[A-Za-z]\w*[.]/.test(parts[0] ?? "")) {
        shapes.push(new RegExp(`^(?:\\w+:)?${parts.map(escaped).join("[\\w-]+")}$`));
      }
    }
    // Lists asked for by name: label("contract", code).
    for (const found of source.matchAll(/\blabel\(\s*"(\w+)"/g))
      shapes.push(new RegExp(`^vocabulary:${found[1]}\\.[\\w-]+$`));
  }
  const unused: string[] = [];
  for (const surface of surfacesOf(SOURCE_LOCALE)) {
    for (const key of new Set([...textsOf(SOURCE_LOCALE, surface).keys()].map(askedKey))) {
      const full = `${surface}:${key}`;
      const asked =
        whole.has(full) ||
        whole.has(key) ||
        DYNAMIC.some((head) => full.startsWith(head)) ||
        shapes.some((shape) => shape.test(full));
      if (!asked) unused.push(full);
    }
  }
  expect(unused).toEqual([]);
});
