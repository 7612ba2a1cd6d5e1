// The law a record names: statutes by code, the article that reserves a place, and how the people of a call are chosen. Called by recordToPosting.
import type { Call, Content, Reserved } from "../domain/content.ts";
import type { CallMode, Statute } from "../domain/vocabulary.ts";
import { STATUTES } from "../domain/vocabulary.ts";
import { mapMoment } from "./mapDates.ts";
import type { Mapping } from "./mapping.ts";
import type { Kind, PostingRecord } from "./recordSchema.ts";

const IS_6899 = /\bl(?:egge)?\.? ?(?:n\. ?)?68\/(?:19)?99/i;

const NAMED: readonly (readonly [RegExp, Statute])[] = [
  [/\bl(?:egge)?\.? ?(?:n\. ?)?56\/(?:19)?87\b/i, "l56-87-art16"],
  [/276\/(?:20)?03/, "dlgs276-03"],
  [/sardegna 1\/2018/i, "lr-sardegna-1-2018"],
  [/puglia 26\/2023/i, "lr-puglia-26-2023"],
  [/piemonte.*cantieri.*over ?45/i, "piemonte-cantieri-over45"],
  [/leonardo da vinci/i, "leonardo"],
];

const ARTICLES: readonly (readonly [RegExp, Statute])[] = [
  [/\bart\. ?1\b/i, "l68-99-art1"],
  [/\bart\. ?8\b/i, "l68-99-art8"],
  [/\bart\. ?18\b/i, "l68-99-art18"],
];

const OF_KIND: Readonly<Partial<Record<Kind, Statute>>> = {
  mirato_art1: "l68-99-art1",
  mirato_art18: "l68-99-art18",
  mirato_unspecified: "l68-99",
  art16: "l56-87-art16",
};

const ARTICLE_OF: Readonly<Partial<Record<Kind, Reserved["article"]>>> = {
  mirato_art1: "art1",
  mirato_art18: "art18",
  mirato_unspecified: "unspecified",
};

export function mapLaw(record: PostingRecord, kind: Kind, mapping: Mapping): Statute[] {
  const written = record.law ?? "";
  const listed = written.split(/\s*,\s*/);
  const found = new Set<Statute>(STATUTES.filter((code) => listed.includes(code)));
  for (const [pattern, statute] of NAMED) if (pattern.test(written)) found.add(statute);
  if (IS_6899.test(written)) {
    const articles = ARTICLES.filter(([pattern]) => pattern.test(written)).map(([, statute]) => statute);
    for (const statute of articles.length > 0 ? articles : (["l68-99"] as const)) found.add(statute);
  }
  if (record.law !== null && found.size === 0) mapping.report("law", "law", record.law);
  const own = OF_KIND[kind];
  // The kind names the article even where the notice names only the law.
  if (own !== undefined && own !== "l68-99") found.add(own);
  if (own === "l68-99" && ![...found].some((statute) => statute.startsWith("l68-99"))) found.add(own);
  if ([...found].some((statute) => statute.startsWith("l68-99-"))) found.delete("l68-99");
  return STATUTES.filter((statute) => found.has(statute)).slice(0, 5);
}

/** Whom the place is reserved to; the sentences about the list of art. 8 and about who is left out are taken from the requirements. */
export function mapReserved(
  record: PostingRecord,
  kind: Kind,
  mapping: Mapping,
): { reserved: Reserved | null; requirements: readonly string[] } {
  const article = ARTICLE_OF[kind];
  if (article === undefined) return { reserved: null, requirements: record.requirements ?? [] };
  let enrolledBy: string | null = null;
  let excluded: string | null = null;
  const requirements = (record.requirements ?? []).filter((text) => {
    const phrase = mapping.vocabularies.matchRequirement(text);
    if (enrolledBy === null && phrase?.id === "listArt8") {
      enrolledBy = String(phrase.values.date);
      return false;
    }
    if (excluded === null && /^esclus[aeio]\b/i.test(text)) {
      excluded = text;
      return false;
    }
    return true;
  });
  return { reserved: { article, enrolledBy, excluded: mapping.sayOrNull("requirements", excluded) }, requirements };
}

export function mapCall(
  record: PostingRecord,
  kind: Kind,
  content: Pick<Content, "window" | "event">,
  mapping: Mapping,
): Call | null {
  const isCall = kind === "art16" || kind === "public_call" || kind === "cantiere";
  const isReservedCall =
    kind.startsWith("mirato_") && (record.employer_type === "public" || modeOf(record, content) === "ranking");
  const isWindow = kind.startsWith("mirato_") && content.window.opens !== null;
  if (!isCall && !isReservedCall && !isWindow) return null;
  return {
    mode: modeOf(record, content),
    body: record.employer_type === "public" ? record.employer : null,
    amendments: record.amendments.flatMap(({ day, text }) =>
      text === null
        ? []
        : [{ day: mapMoment("amendments", day, mapping)?.day ?? null, text: mapping.say("amendments", text) }],
    ),
  };
}

/** Null where the record does not say it. A window for applying outweighs the word for the ranking that follows it. */
function modeOf(record: PostingRecord, { window, event }: Pick<Content, "window" | "event">): CallMode | null {
  const words = `${record.law ?? ""} ${record.apply?.note ?? ""}`;
  if (/nessuna candidatura|non .*candidatura diretta/i.test(words)) return "ranking";
  if (window.opens !== null || window.closes !== null) return "application";
  if (/graduatoria|avviamento numerico/i.test(words)) return "ranking";
  if (event !== null && record.apply?.in_person != null) return "presence";
  if (record.apply?.online != null || record.apply?.email != null || /^domanda\b/i.test(record.apply?.note ?? ""))
    return "application";
  return null;
}
