// The sentences around a posting that are never improvised: whom the law reserves it to, what must be said of a text's language,
// equal treatment, demonstration, how fresh. Called by card, page and paper.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import { romeDay } from "../../server/domain/time.ts";
import { formatsOf, languageName } from "./formats.ts";
import type { Line } from "./line.ts";
import type { Words } from "./words.ts";

export interface ReservedLine {
  /** "L. 68/99, art. 18" */
  readonly article: string;
  readonly whom: string;
}

/** The law's article and whom it is reserved to; stands under the title. null where nothing is reserved. */
export function reservedLine(posting: PublicPosting, words: Words): ReservedLine | null {
  const article = posting.content.reserved?.article;
  if (article === undefined) return null;
  return {
    article: lawful(words.t(`vocabulary:reserved.${article}`)),
    whom: words.t(`vocabulary:reservedTo.${article}`),
  };
}

/** A notice of changed hours offers nothing to anyone of whatever gender. */
export function concernsPeople({ content }: Pick<PublicPosting, "content">): boolean {
  return content.section !== "notice" || content.job !== null;
}

export function equalTreatmentLine(words: Words): string {
  return lawful(words.t("vocabulary:equalTreatment"));
}

/** An article's number stays on the line of its abbreviation. */
function lawful(text: string): string {
  return text.replace(/\b(L\.|D\.Lgs\.|[Aa]rt\.) /g, "$1\u00a0");
}

/** What is said beside a text that is not a person's translation: "in Italian", "translated automatically"; null: nothing. */
export function markWords(line: Pick<Line, "lang" | "mark" | "madeAt">, words: Words): string | null {
  if (line.mark === null) return null;
  if (line.mark === "machine") return words.t("facts:mark.machine");
  if (line.mark === "earlier") {
    const day = formatsOf(words.locale).day(romeDay(line.madeAt ?? 0), { year: true });
    return words.t("facts:mark.earlier", { day });
  }
  return words.t("facts:mark.source", { language: languageName(line.lang, words) });
}

/** The word for the band, or null where the posting is real. */
export function demonstrationWord(posting: Pick<PublicPosting, "demonstration">, words: Words): string | null {
  return posting.demonstration ? words.t("card:demonstration") : null;
}

/** Age at which a board is no longer called fresh, in milliseconds: a restart or a short cut is no news to a lobby. */
export const LATE_AFTER = 15 * 60_000;

export interface Freshness {
  readonly late: boolean;
  readonly words: string;
}

/** How fresh what is shown is; `confirmedAt` is when the server was last heard. */
export function freshness(confirmedAt: Instant, now: Instant, words: Words): Freshness {
  const formats = formatsOf(words.locale);
  const time = formats.time(confirmedAt);
  if (now - confirmedAt < LATE_AFTER) return { late: false, words: words.t("card:updated", { time }) };
  return { late: true, words: words.t("card:late", { day: formats.day(romeDay(confirmedAt)), time }) };
}
