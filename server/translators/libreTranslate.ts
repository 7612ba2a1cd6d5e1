// LibreTranslate: POST /translate with all texts at once, the key in the body. No glossary, no formality.
// Protocol as of LibreTranslate 1.9. Made by createTranslator.
import type { TranslatorConfig } from "../config/translator.ts";
import { askService } from "./askService.ts";
import { fromMarkup, toMarkup } from "./marks.ts";
import type { Translator } from "./translator.ts";
import { TranslatorFailure } from "./translator.ts";

export function libreTranslate({ url, key }: TranslatorConfig): Translator {
  let pairs: Map<string, Set<string>> | null = null;
  return {
    name: "libretranslate",
    // The operator sets its limits, by default none; these keep one call short.
    limits: { texts: 25, characters: 8000 },
    later: false,
    async speaks(source, target, signal) {
      pairs ??= pairsOf(await askService({ url: `${url}/languages`, method: "GET", signal }));
      return pairs.get(source)?.has(target) ?? false;
    },
    async translate(texts, source, target, { signal }) {
      const begun = performance.now();
      const body = { q: texts.map(({ text }) => toMarkup(text)), source, target, format: "html" };
      const answer = await askService({
        url: `${url}/translate`,
        body: key === null ? body : { ...body, api_key: key },
        signal,
      });
      const said = (answer as { translatedText?: unknown } | null)?.translatedText;
      if (!Array.isArray(said) || said.some((one) => typeof one !== "string"))
        throw new TranslatorFailure("retry", "translatorGarbage");
      if (said.length !== texts.length) throw new TranslatorFailure("retry", "translatorCount");
      const milliseconds = Math.round(performance.now() - begun);
      return {
        kind: "translated",
        texts: texts.map(({ id }, n) => ({ id, text: said[n] as string, milliseconds, model: null, characters: null })),
      };
    },
    read: fromMarkup,
  };
}

function pairsOf(answer: unknown): Map<string, Set<string>> {
  if (!Array.isArray(answer)) throw new TranslatorFailure("retry", "translatorGarbage");
  return new Map(
    answer.map((one: { code?: unknown; targets?: unknown }) => [
      String(one?.code),
      new Set(Array.isArray(one?.targets) ? one.targets.map(String) : []),
    ]),
  );
}
