// The configured translation service, or null: none. Called by app.ts.
import type { TranslatorConfig } from "../config/translator.ts";
import { deepl } from "./deepl.ts";
import { eTranslation } from "./eTranslation.ts";
import { libreTranslate } from "./libreTranslate.ts";
import { openAiChat } from "./openAiChat.ts";
import type { Translator } from "./translator.ts";

const MAKERS: Readonly<Record<TranslatorConfig["service"], (config: TranslatorConfig) => Translator>> = {
  libretranslate: libreTranslate,
  deepl,
  etranslation: eTranslation,
  openai: openAiChat,
};

export function createTranslator(config: TranslatorConfig | null): Translator | null {
  return config === null ? null : MAKERS[config.service](config);
}
