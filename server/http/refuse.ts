// Turns what was thrown into an answer: a Refusal becomes its plain sentence, anything else a logged bug with an id and a generic sentence.
// [H2] Never a stack trace, never a library's own words. Called by the API's mount, the pages and the sockets.
import { randomUUID } from "node:crypto";
import type { Words } from "../../templates/parts/words.ts";
import type { Locale } from "../domain/locale.ts";
import type { RefusalDetails, RefusalShape } from "../domain/refusal.ts";
import { Refusal } from "../domain/refusal.ts";
import type { House } from "../house.ts";
import { PrinterBusy, PrinterUnavailable } from "../printer/printer.ts";

export interface Refused {
  readonly status: number;
  readonly body:
    | RefusalShape
    | { readonly refusal: "unexpected"; readonly details: RefusalDetails; readonly sentence: string };
  readonly headers: Readonly<Record<string, string>>;
}

export function refuse(house: Pick<House, "words" | "log">, thrown: unknown, locale: Locale): Refused {
  const refusal = asRefusal(thrown);
  const words = house.words(locale);
  if (refusal === null) {
    const id = randomUUID().slice(0, 8);
    house.log.error({ err: thrown, id }, "unexpected");
    return {
      status: 500,
      body: { refusal: "unexpected", details: { id }, sentence: words.t("refusals:unexpected", { id }) },
      headers: {},
    };
  }
  const seconds = refusal.details.retryAfter;
  return {
    status: refusal.status,
    body: { refusal: refusal.code, details: refusal.details, sentence: sentenceOf(words, refusal) },
    headers: typeof seconds === "number" ? { "Retry-After": String(seconds) } : {},
  };
}

/** Cause and remedy; a problem with its own sentence (details.problem) is said exactly. */
function sentenceOf({ t, has }: Words, refusal: Refusal): string {
  const wordOf = (code: string) => (has(`refusals:words.${code}`) ? t(`refusals:words.${code}`) : code);
  const values: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(refusal.details)) {
    if (typeof value === "string" || typeof value === "number") values[key] = value;
    else if (Array.isArray(value)) values[key] = value.map((one) => wordOf(String(one))).join(", ");
  }
  for (const key of ["move", "state", "action"]) {
    if (typeof values[key] === "string") values[key] = wordOf(values[key]);
  }
  const { problem } = refusal.details;
  if (typeof problem === "string") return t(`refusals:problems.${problem}`, values);
  return t(`refusals:${refusal.code}`, values);
}

function asRefusal(thrown: unknown): Refusal | null {
  if (thrown instanceof Refusal) return thrown;
  if (thrown instanceof PrinterBusy) return new Refusal("printerBusy", { retryAfter: thrown.retryAfter });
  if (thrown instanceof PrinterUnavailable) return new Refusal("printerUnavailable", { reason: thrown.reason });
  if (isRecord(thrown)) {
    // What Express's own parsers throw: a body that is no JSON, too large, cut off, or a path that cannot be decoded.
    if (thrown.type === "entity.too.large") return new Refusal("tooLarge", { limit: "1 MB" });
    if (thrown.status === 400 || thrown.statusCode === 400 || thrown.status === 415)
      return new Refusal("invalidInput", { problem: "unreadable" });
    if (["ECONNREFUSED", "ECONNRESET", "57P01", "57P03"].includes(String(thrown.code)))
      return new Refusal("storeUnavailable");
    // SQLite's own code, and PostgreSQL's "disk full".
    if (["SQLITE_FULL", "53100"].includes(String(thrown.code))) return new Refusal("storeFull");
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
