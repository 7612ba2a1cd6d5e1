// Reads every language of locales/ from disk: a folder with a locale.json is a language, its other JSON files are surfaces.
// Called once at start (main, command line, tests); what it returns goes to createWords.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Catalogue, Catalogues } from "../templates/parts/words.ts";
import type { LocaleFacts } from "./domain/locale.ts";
import { isLocale } from "./domain/locale.ts";

/** @throws Error naming the file that is not valid JSON, or whose folder and id differ */
export function readCatalogues(projectRoot: string): Catalogues {
  const folder = join(projectRoot, "locales");
  const catalogues: Record<string, Catalogue> = {};
  for (const locale of readdirSync(folder).sort()) {
    if (!isLocale(locale) || !existsSync(join(folder, locale, "locale.json"))) continue;
    const facts = readJson(join(folder, locale, "locale.json")) as LocaleFacts;
    if (facts.id !== locale)
      throw new Error(`${join(folder, locale, "locale.json")}: id "${facts.id}" is not the folder's name`);
    const surfaces: Record<string, object> = {};
    for (const file of readdirSync(join(folder, locale)).sort()) {
      if (file.endsWith(".json") && file !== "locale.json") {
        surfaces[basename(file, ".json")] = readJson(join(folder, locale, file));
      }
    }
    catalogues[locale] = { facts, surfaces };
  }
  return catalogues;
}

function readJson(path: string): object {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as object;
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
