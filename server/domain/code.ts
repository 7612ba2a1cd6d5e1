// The public code of a posting: six random Crockford base 32 digits and Crockford's check character (value mod 37).
// [C1] One wrong character or two neighbours swapped never give another valid code: 37 is prime.
// [C2] Numbers whose check character would be one of Crockford's five extra signs are not used, so a code is plain letters and digits
//      and goes into a QR in alphanumeric mode. [C3] Any letter case, O for 0, I and L for 1, and hyphens are understood.
// Source: D. Crockford, "Base 32", crockford.com/base32.html. Used by services, pages, sheets and the desk.

/** Seven characters, upper case, e.g. "7K3M9QH". Never reused. */
export type Code = string;

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 6;

/** A code from a number in [0, 2^30), or null where its check character is not a letter or digit. [C2] */
export function codeOf(value: number): Code | null {
  const check = DIGITS[value % 37];
  return check === undefined ? null : base32(value).padStart(LENGTH, "0") + check;
}

/** Draws codes until one is plain. `random` gives whole numbers in [0, 2^30). */
export function drawCode(random: () => number): Code {
  for (;;) {
    const code = codeOf(random() % 2 ** 30);
    if (code !== null) return code;
  }
}

/** The canonical code a person or scanner meant, or null where the check character says it is none. [C1][C3] */
export function readCode(written: string): Code | null {
  const code = tidy(written);
  if (code.length !== LENGTH + 1) return null;
  const value = fromBase32(code.slice(0, LENGTH));
  return value !== null && codeOf(value) === code ? code : null;
}

/** A whole number in Crockford base 32; how a revision is written in a QR. */
export function base32(value: number): string {
  let rest = value;
  let text = "";
  do {
    text = DIGITS.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  } while (rest > 0);
  return text;
}

/** The number, or null where the text is not base 32 or longer than ten digits. */
export function fromBase32(written: string): number | null {
  const text = tidy(written);
  if (text === "" || text.length > 10) return null;
  let value = 0;
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    if (digit < 0) return null;
    value = value * 32 + digit;
  }
  return value;
}

function tidy(written: string): string {
  return written.trim().toUpperCase().replaceAll("-", "").replaceAll("O", "0").replace(/[IL]/g, "1");
}
