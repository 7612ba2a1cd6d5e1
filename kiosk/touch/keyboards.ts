// The letters of the on-screen keyboard as each language has them, with its own accents in reach. Called by Keyboard.
import type { Locale } from "../../server/domain/locale.ts";

/** Three rows of at most ten keys each. */
export type Rows = readonly [string, string, string];

const ENGLISH: Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm’-"];

const LETTERS: Readonly<Record<Locale, Rows>> = {
  it: ["qwertyuiop", "asdfghjklò", "zxcvbnmàèù"],
  en: ENGLISH,
  fr: ["azertyuiop", "qsdfghjklm", "wxcvbnéèàç"],
  de: ["qwertzuiop", "asdfghjklö", "yxcvbnmäüß"],
};

export const DIGITS: Rows = ["1234567890", "-/.,€’&", ""];

/** A language that came by data alone has the English letters. */
export function lettersOf(locale: Locale): Rows {
  return LETTERS[locale] ?? ENGLISH;
}

/** Where ten do not stand side by side the rows would break anywhere: then the order everybody knows, the alphabet's. */
export function inOneRow(rows: Rows): string {
  return [...rows.join("")].sort((a, b) => a.localeCompare(b)).join("");
}
