// What goes into an arrangement of a posting on paper, and what comes out. Called by Poster and the files that arrange panels.
import type { Words } from "../parts/words.ts";
import type { sheetText } from "./sheetText.ts";

/** A posting in one language, and what its code carries. */
export interface Told {
  readonly words: Words;
  readonly text: ReturnType<typeof sheetText>;
  readonly address: string;
}

/** One page, or part of it, as the arrangements make them. */
export interface Arranged {
  readonly body: string;
  readonly shortened: readonly string[];
  readonly codes: readonly string[];
}
