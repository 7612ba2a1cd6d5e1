// DeepL: POST /v2/translate with marks as XML, formal address where the language has it, and the office's terms as a v3 glossary.
// Protocol as of DeepL's OpenAPI 3.11. Made by createTranslator.
import { createHash } from "node:crypto";
import type { TranslatorConfig } from "../config/translator.ts";
import { askService } from "./askService.ts";
import { fromMarkup, toMarkup } from "./marks.ts";
import type { TranslateOptions, Translator } from "./translator.ts";
import { TranslatorFailure } from "./translator.ts";

const NAME = "bacheca-";
const TARGETS: Readonly<Record<string, string>> = { en: "EN-GB", pt: "PT-PT" };

export function deepl({ url, key }: TranslatorConfig): Translator {
  const headers = { authorization: `DeepL-Auth-Key ${key}` };
  const glossaries = new Map<string, string>();

  /** The glossary of exactly these terms, made once and found again after a restart: its name carries their digest. */
  async function glossaryOf(
    terms: TranslateOptions["terms"],
    source: string,
    target: string,
    signal: AbortSignal,
  ): Promise<string> {
    const entries = [...terms]
      .map((term) => `${term.source}\t${term.target}`.replace(/[\r\n]/g, " "))
      .sort()
      .join("\n");
    const name = NAME + createHash("sha256").update(`${source}>${target}\n${entries}`).digest("hex").slice(0, 24);
    const known = glossaries.get(name);
    if (known !== undefined) return known;
    const listed = (await askService({ url: `${url}/v3/glossaries`, method: "GET", headers, signal })) as {
      glossaries?: { glossary_id?: unknown; name?: unknown }[];
    } | null;
    const there = listed?.glossaries?.find((one) => one.name === name)?.glossary_id;
    const dictionaries = [{ source_lang: source, target_lang: target, entries, entries_format: "tsv" }];
    const made =
      there ?? idOf(await askService({ url: `${url}/v3/glossaries`, headers, body: { name, dictionaries }, signal }));
    if (typeof made !== "string") throw new TranslatorFailure("retry", "translatorGarbage");
    glossaries.set(name, made);
    return made;
  }

  return {
    name: "deepl",
    limits: { texts: 50, characters: 60_000 },
    later: false,
    speaks: async () => true,
    async translate(texts, source, target, { terms, formality, signal }) {
      const begun = performance.now();
      const glossary = terms.length === 0 ? null : await glossaryOf(terms, source, target, signal);
      const answer = await askService({
        url: `${url}/v2/translate`,
        headers,
        signal,
        body: {
          text: texts.map(({ text }) => toMarkup(text)),
          source_lang: source.toUpperCase(),
          target_lang: TARGETS[target] ?? target.toUpperCase(),
          tag_handling: "xml",
          // `more` is an error where a language knows no formal address; this is a wish.
          formality: formality === "formal" ? "prefer_more" : "default",
          show_billed_characters: true,
          ...(glossary === null ? {} : { glossary_id: glossary }),
        },
      });
      const said = (answer as { translations?: unknown } | null)?.translations;
      if (!Array.isArray(said) || said.some((one) => typeof one?.text !== "string"))
        throw new TranslatorFailure("retry", "translatorGarbage");
      if (said.length !== texts.length) throw new TranslatorFailure("retry", "translatorCount");
      const milliseconds = Math.round(performance.now() - begun);
      return {
        kind: "translated",
        texts: texts.map(({ id }, n) => {
          const { text, billed_characters: billed } = said[n] as { text: string; billed_characters?: unknown };
          return { id, text, milliseconds, model: null, characters: typeof billed === "number" ? billed : null };
        }),
      };
    },
    read: fromMarkup,
  };
}

const idOf = (answer: unknown) => (answer as { glossary_id?: unknown } | null)?.glossary_id;
