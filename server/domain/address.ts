// The public addresses of the house and what goes into a QR. Addresses in a QR are upper case: alphanumeric mode, fewer modules.
// [A1] A QR address holds only A-Z 0-9 / : . - and names no section. Used by pages, cards, paper and the desk.
import type { Code } from "./code.ts";
import { base32 } from "./code.ts";
import type { Locale } from "./locale.ts";
import type { Revision } from "./posting.ts";

/** The reader's own language, chosen by the page: on sheets in several languages. */
export const ANY_LOCALE = "x";

/** Path of a posting's page; `place` is the short id of the wall or display the code hangs on. */
export function pagePath(code: Code, locale?: Locale, revision?: Revision, place?: string): string {
  const parts = ["/o", code];
  if (locale !== undefined) parts.push(locale);
  if (locale !== undefined && revision !== undefined) parts.push(base32(revision));
  if (locale !== undefined && revision !== undefined && place !== undefined) parts.push(place);
  return parts.join("/");
}

/** Short ids of walls and displays: what fits a QR without making it larger. */
export function isPlace(value: string): boolean {
  return /^[A-Z0-9]{1,6}$/.test(value);
}

/** What the QR of a card or sheet carries. `publicUrl` has no trailing slash. [A1] */
export function qrAddress(publicUrl: string, code: Code, locale: Locale, revision: Revision, place?: string): string {
  return `${publicUrl}${pagePath(code, locale, revision, place)}`.toUpperCase();
}

/** What the QR of a list of postings carries: "/O/CODE.CODE.CODE/IT". [A1] */
export function listAddress(publicUrl: string, codes: readonly Code[], locale: Locale): string {
  return `${publicUrl}${listPath(codes, locale)}`.toUpperCase();
}

export function listPath(codes: readonly Code[], locale: Locale): string {
  return `/o/${codes.join(LIST_SIGN)}/${locale}`;
}

/** Postings one list may name: beyond, its QR would not be read from a glass. */
export const LONGEST_LIST = 20;
export const LIST_SIGN = ".";

/** The address people can type: no scheme, no revision. */
export function spokenAddress(publicUrl: string, code: Code): string {
  return `${publicUrl.replace(/^https?:\/\//, "")}/o/${code}`;
}
