// What is asked of people: requirements as phrases where a phrase says all of them, languages, licences. Called by recordToPosting.
import type { LanguageNeed, Requirement } from "../domain/content.ts";
import type { Mapping } from "./mapping.ts";
import type { PostingRecord } from "./recordSchema.ts";

const LANGUAGE_NAMES = new Intl.DisplayNames("it", { type: "language" });

export function mapRequirements(texts: readonly string[], need: Requirement["need"], mapping: Mapping): Requirement[] {
  return texts.map((text) => ({
    need,
    phrase: mapping.vocabularies.matchRequirement(text),
    text: mapping.say("requirements", text),
  }));
}

/** A language the notice says is not required is no need; what it says of it goes into the summary. */
export function mapLanguages(
  record: PostingRecord,
  mapping: Mapping,
): { languages: LanguageNeed[]; rest: readonly string[] } {
  const languages: LanguageNeed[] = [];
  const rest: string[] = [];
  for (const { lang, cefr, required, wished, note } of record.languages) {
    if (lang === null) {
      mapping.report("language", "languages.lang", note);
      continue;
    }
    const name = LANGUAGE_NAMES.of(lang) ?? lang;
    if (required === false && note !== null && cefr === null)
      rest.push(`${name.charAt(0).toUpperCase()}${name.slice(1)} (${note})`);
    else
      languages.push({
        language: lang,
        level: cefr,
        need: required === false || wished === true ? "wished" : "required",
        note: mapping.sayOrNull("languages.note", note),
      });
  }
  return { languages, rest };
}

export function mapLicences(record: PostingRecord, mapping: Mapping): string[] {
  const found: string[] = [];
  for (const written of record.driving_licence ?? []) {
    const code = written
      .toUpperCase()
      .replace(/^PATENTE\s+/, "")
      .replace(/\s/g, "");
    if (!/^[A-Z0-9+]{1,5}$/.test(code)) mapping.report("licence", "driving_licence", written);
    else if (!found.includes(code)) found.push(code);
  }
  return found;
}
