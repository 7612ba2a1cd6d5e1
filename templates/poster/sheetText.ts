// What stands on one sheet, in one language, ready to be fitted and set: the only place that decides what paper says.
// Called by Poster. Free of any clock: the same posting gives the same sheet.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Fact } from "../parts/fact.ts";
import type { Line } from "../parts/line.ts";
import { lineOf, markOf, plain, titleOf } from "../parts/line.ts";
import { equalTreatmentLine, markWords } from "../parts/noticeWords.ts";
import type { Words } from "../parts/words.ts";
import { hyphenate } from "./hyphenate.ts";

export interface SheetRow {
  readonly id: string;
  readonly label: string;
  readonly lines: readonly Line[];
  /** Read in passing (large) or standing at the sheet. */
  readonly size: "fact" | "body";
  readonly stated: boolean;
  readonly tabular: boolean;
}

export interface ApplyLine {
  /** On a line of its own above: a block has one language. */
  readonly label: string | null;
  readonly line: Line;
}

export interface SheetText {
  readonly title: Line;
  readonly titleMark: string | null;
  /** Whom the place is reserved to, and by which article. Empty where it is open to everyone. */
  readonly reserved: readonly Line[];
  readonly rows: readonly SheetRow[];
  readonly paragraphs: readonly Line[];
  /** Said of rows, paragraphs and apply lines together. */
  readonly textMark: string | null;
  readonly applyHeading: string;
  readonly apply: readonly ApplyLine[];
  readonly invitation: string;
  readonly spoken: string;
  readonly foot: readonly string[];
  /** Said in the foot where something had to be left out; see fitSheet. */
  readonly shortened: boolean;
}

export interface SheetSource {
  readonly posting: PublicPosting;
  readonly words: Words;
  /** All the posting's facts in this language, as of no particular day. */
  readonly facts: readonly Fact[];
  /** The page's address as people type it. */
  readonly spoken: string;
  readonly publicUrlIsReal: boolean;
  readonly changedOn: string;
}

const IN_PASSING: ReadonlySet<string> = new Set([
  "where",
  "when",
  "venue",
  "contract",
  "hours",
  "pay",
  "until",
  "opens",
  "positions",
  "starts",
  "employer",
]);

/** Letters a fact may have to be read in passing. */
const SHORT = 90;

/** Worth saying even where it is not stated: people look for it. */
const ASKED_FOR: ReadonlySet<string> = new Set(["where", "contract", "pay", "until"]);

/** Have places of their own on the sheet. */
const ELSEWHERE: ReadonlySet<string> = new Set(["reserved", "statutes"]);

export function sheetText(source: SheetSource): SheetText {
  const { posting, words, facts } = source;
  const { content } = posting;
  const locale = words.locale.id;
  const isOffer = content.section !== "event" && content.section !== "notice";
  const title = titleOf(posting, locale);
  const reserved = facts.find((fact) => fact.id === "reserved")?.lines ?? [];
  const rows = facts.filter((fact) => !ELSEWHERE.has(fact.id) && (fact.stated || (isOffer && ASKED_FOR.has(fact.id))));
  const paragraphs = [...content.summary, ...content.duties].map((segment) => lineOf(posting, segment, locale));
  const apply = applyLines(source);
  const texts = [...reserved, ...rows.flatMap((fact) => fact.lines), ...paragraphs, ...apply.map(({ line }) => line)];
  return {
    title: soft(title),
    titleMark: markText([title], source),
    reserved: reserved.map(soft),
    rows: rows.map((fact) => rowOf(fact, locale)),
    paragraphs: paragraphs.map(soft),
    textMark: markText(texts, source),
    applyHeading: words.t(isOffer ? "poster:apply.heading" : "poster:apply.headingContact"),
    apply,
    invitation: words.t("poster:scan"),
    spoken: source.spoken,
    foot: footOf(source),
    shortened: false,
  };
}

function rowOf(fact: Fact, locale: string): SheetRow {
  const letters = fact.lines.reduce((sum, line) => sum + line.text.length, 0);
  return {
    id: fact.id,
    label: hyphenate(fact.label, locale),
    lines: fact.lines.map(soft),
    size: IN_PASSING.has(fact.id) && letters <= SHORT && fact.lines.length <= 3 ? "fact" : "body",
    stated: fact.stated,
    tabular: fact.tabular ?? false,
  };
}

function applyLines({ posting, words }: SheetSource): ApplyLine[] {
  const { apply, call } = posting.content;
  const locale = words.locale.id;
  const lines: ApplyLine[] = [];
  const say = (line: Line, label: string | null = null) => lines.push({ label, line: soft(line) });
  const told = (text: string) => plain(text, locale);
  if (call?.mode === "ranking") say(told(words.t("page:apply.ranking")));
  if (apply?.phone) say(told(words.t("poster:apply.phone", { phone: apply.phone })));
  if (apply?.email) say(told(apply.email));
  if (apply?.online) say(told(words.t("poster:apply.online", { address: apply.online })));
  if (apply?.inPerson) say(lineOf(posting, apply.inPerson, locale), words.t("poster:apply.inPerson"));
  if (apply?.note) say(lineOf(posting, apply.note, locale));
  apply?.documents.forEach((paper, index) => {
    say(lineOf(posting, paper, locale), index === 0 ? words.t("poster:apply.documents") : null);
  });
  if (lines.length === 0) say(told(words.t("poster:apply.ask", { office: posting.owner.name })));
  return lines;
}

function footOf({ posting, words, facts, publicUrlIsReal, changedOn }: SheetSource): string[] {
  const statutes = facts.find((fact) => fact.id === "statutes")?.lines ?? [];
  return [
    ...(publicUrlIsReal ? [] : [words.t("poster:addressNotReal")]),
    ...statutes.map((line) => line.text),
    ...(posting.content.section === "notice" ? [] : [equalTreatmentLine(words)]),
    [
      posting.owner.name,
      words.t("poster:code", { code: posting.code }),
      words.t("poster:changed", { date: changedOn }),
    ].join(" · "),
  ];
}

function markText(lines: readonly Line[], { words }: SheetSource): string | null {
  const mark = markOf(lines);
  const marked = lines.find((line) => line.mark === mark);
  return marked === undefined ? null : markWords(marked, words);
}

function soft(line: Line): Line {
  return { ...line, text: hyphenate(line.text, line.lang) };
}
