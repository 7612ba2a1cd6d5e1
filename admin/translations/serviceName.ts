// A translation service's name as it writes itself; a chat server of one's own has none. Called by the pages about automatic drafts.
import { translationWord as word } from "../words/words.ts";

const NAMES: Readonly<Record<string, string>> = {
  deepl: "DeepL",
  etranslation: "eTranslation",
  libretranslate: "LibreTranslate",
};

export function serviceName(provider: string): string {
  return NAMES[provider] ?? word("machine.ownServer");
}
