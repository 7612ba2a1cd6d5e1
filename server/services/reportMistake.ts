// Takes a report of a wrong posting or an unclear page: nothing of the writer is kept but the words. The office that publishes gets it in its queue.
// Called by http/reports.
import { randomInt } from "node:crypto";
import type { Code } from "../domain/code.ts";
import { readCode } from "../domain/code.ts";
import type { Locale } from "../domain/locale.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Report } from "../domain/report.ts";
import type { Desk } from "./changePosting.ts";

export interface WrittenReport {
  readonly message: string;
  readonly about: string | null;
  readonly locale: Locale;
}

/** Longest message, in characters. */
export const LONGEST_REPORT = 1000;

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Refuses invalidInput where there is nothing to read or too much of it. */
export async function reportMistake(
  desk: Pick<Desk, "store" | "mirror" | "clock">,
  written: WrittenReport,
): Promise<Report> {
  const message = written.message
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{C}\n\t]/gu, "")
    .trim();
  if (message === "" || message.length > LONGEST_REPORT) throw new Refusal("invalidInput", { field: "message" });
  const code: Code | null = written.about === null ? null : readCode(written.about);
  const posting = code === null ? undefined : desk.mirror.entry(code)?.posting;
  // What was never public cannot be reported: the code is dropped, the words are kept.
  const known = posting !== undefined && posting.published !== null;
  const report: Report = {
    number: Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join(""),
    owner: known ? posting.owner : null,
    code: known ? posting.code : null,
    locale: written.locale,
    message,
    at: desk.clock.now(),
    settledAt: null,
  };
  await desk.store.public.addReport(report);
  return report;
}
