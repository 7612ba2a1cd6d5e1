// What stands on one sheet, in one language, ready to be fitted and set: the only place that decides what paper says.
// Called by Poster. Free of any clock: the same posting gives the same sheet.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { isOffer } from "../../server/domain/section.ts";
import type { Fact, FactId } from "../parts/fact.ts";
import type { Line } from "../parts/line.ts";
import { lineOf, plain, titleOf } from "../parts/line.ts";
import { equalTreatmentLine } from "../parts/noticeWords.ts";
import type { Words } from "../parts/words.ts";
import { hyphenate } from "./hyphenate.ts";
import type { SheetRow } from "./sheetRow.ts";
import { markText, sheetRow } from "./sheetRow.ts";

export interface ApplyLine {
  /** On a line of its own above: a block has one language. */
  readonly label: string | null;
  readonly line: Line;
  readonly mark: string | null;
  /** A number or an address, to be found at a glance. */
  readonly isChannel: boolean;
}

export interface SheetText {
  readonly title: Line;
  readonly titleMark: string | null;
  /** Whom the place is reserved to, and by which article. Empty where it is open to everyone. */
  readonly reserved: readonly Line[];
  readonly reservedMark: string | null;
  readonly rows: readonly SheetRow[];
  readonly paragraphs: readonly Line[];
  readonly paragraphsMark: string | null;
  readonly applyHeading: string;
  readonly apply: readonly ApplyLine[];
  readonly invitation: string;
  readonly orType: string;
  readonly spoken: string;
  /** The code leads nowhere from outside. */
  readonly warning: string | null;
  /** Statutes the posting names, each with its plain sentence. */
  readonly laws: readonly string[];
  /** The same in one line of names, for want of room. */
  readonly lawNames: readonly string[];
  readonly foot: readonly string[];
  /** Where to ask whether the sheet is ours; said on sheets that hang alone, first to go for want of room. */
  readonly check: string | null;
  /** Said beside the code where something had to be left out; see fitSheet. */
  readonly more: string | null;
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

/** Worth saying even where it is not stated: people look for it. */
const ASKED_FOR: ReadonlySet<FactId> = new Set<FactId>(["where", "contract", "pay", "until"]);

/** Have places of their own on the sheet. */
const ELSEWHERE: ReadonlySet<FactId> = new Set<FactId>(["reserved", "statutes"]);

export function sheetText(source: SheetSource): SheetText {
  const { posting, words, facts } = source;
  const { content } = posting;
  const locale = words.locale.id;
  const offers = isOffer(content.section);
  const title = titleOf(posting, locale);
  const reserved = facts.find((fact) => fact.id === "reserved")?.lines ?? [];
  const shown = facts.filter((fact) => !ELSEWHERE.has(fact.id) && (fact.stated || (offers && ASKED_FOR.has(fact.id))));
  const paragraphs = [...content.summary, ...content.duties].map((segment) => lineOf(posting, segment, locale));
  return {
    title: soft(title),
    titleMark: markText([title], words),
    reserved: reserved.map(soft),
    reservedMark: markText(reserved, words),
    rows: shown.map((fact) => sheetRow(fact, words)),
    paragraphs: paragraphs.map(soft),
    paragraphsMark: markText(paragraphs, words),
    applyHeading: words.t(offers ? "poster:apply.heading" : "poster:apply.headingContact"),
    apply: applyLines(source),
    invitation: words.t("poster:scan"),
    orType: words.t("poster:orType"),
    spoken: source.spoken,
    warning: source.publicUrlIsReal ? null : words.t("poster:addressNotReal"),
    laws: facts.find((fact) => fact.id === "statutes")?.lines.map((line) => line.text) ?? [],
    lawNames:
      content.statutes.length === 0
        ? []
        : [content.statutes.map((id) => words.t(`vocabulary:statute.${id}.label`)).join(" · ")],
    foot: footOf(source),
    check: words.t("poster:check", { address: source.spoken.slice(0, source.spoken.lastIndexOf("/")) }),
    more: null,
  };
}

function applyLines({ posting, words }: SheetSource): ApplyLine[] {
  const { apply, call } = posting.content;
  const locale = words.locale.id;
  const lines: ApplyLine[] = [];
  const told = (text: string) => plain(text, locale);
  const say = (line: Line, label: string | null = null, isChannel = false) =>
    lines.push({ label, line: soft(line), mark: markText([line], words), isChannel });
  const channel = (text: string) => say(told(text), null, true);
  if (call?.mode === "ranking") say(told(words.t("page:apply.ranking")));
  for (const one of channelsOf(posting, words)) channel(one);
  if (apply?.inPerson) say(lineOf(posting, apply.inPerson, locale), words.t("poster:apply.inPerson"));
  if (apply?.note) say(lineOf(posting, apply.note, locale));
  runsOf((apply?.documents ?? []).map((paper) => lineOf(posting, paper, locale))).forEach((run, index) => {
    say(run, index === 0 ? words.t("poster:apply.documents") : null);
  });
  if (lines.length === 0) say(told(words.t("poster:apply.ask", { office: posting.owner.name })), null, true);
  return lines;
}

/** Numbers and addresses one can apply to, as they are said on paper. */
export function channelsOf({ content: { apply } }: PublicPosting, words: Words): string[] {
  return [
    ...(apply?.phone ? [words.t("poster:apply.phone", { phone: apply.phone })] : []),
    ...(apply?.email ? [apply.email] : []),
    ...(apply?.online ? [words.t("poster:apply.online", { address: apply.online })] : []),
  ];
}

/** The small print of a sheet that hangs alone. */
export function smallPrint({ laws, foot, check }: SheetText): string[] {
  return [...laws, ...foot.slice(0, -1), [...foot.slice(-1), ...(check === null ? [] : [check])].join("\u00a0· ")];
}

function footOf({ posting, words, changedOn }: SheetSource): string[] {
  return [
    ...(posting.content.section === "notice" ? [] : [equalTreatmentLine(words)]),
    [
      posting.owner.name,
      words.t("poster:code", { code: posting.code }),
      words.t("poster:changed", { date: changedOn }),
    ].join(" · "),
  ];
}

/** Several short texts as one, as far as they are of one language and making. */
function runsOf(lines: readonly Line[]): Line[] {
  const runs: Line[] = [];
  for (const line of lines) {
    const before = runs.at(-1);
    if (before === undefined || before.lang !== line.lang || before.mark !== line.mark) runs.push(line);
    else runs[runs.length - 1] = { ...before, text: `${before.text}\u00a0· ${line.text}` };
  }
  return runs;
}

function soft(line: Line): Line {
  return { ...line, text: hyphenate(line.text, line.lang) };
}
