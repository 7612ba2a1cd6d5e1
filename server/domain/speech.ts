// What is spoken of a posting, and where its sound is found. Used by templates/speech, server/speech, the page and the display.
import type { Code } from "./code.ts";
import type { Locale } from "./locale.ts";

/** Text in one language, spoken by that language's voice. */
export interface SpokenPiece {
  readonly lang: Locale;
  readonly text: string;
}

/** Address of a posting read aloud; answered where the server has a voice. */
export function listenPath(code: Code, locale: Locale): string {
  return `/listen/${code}/${locale}`;
}
