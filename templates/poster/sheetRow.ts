// One fact as a row of the sheet's table: which of its lines are read in passing and which standing at the sheet.
// Called by sheetText.
import type { Locale } from "../../server/domain/locale.ts";
import type { Fact, FactId } from "../parts/fact.ts";
import type { Line } from "../parts/line.ts";
import { markOf } from "../parts/line.ts";
import { markWords } from "../parts/noticeWords.ts";
import type { Words } from "../parts/words.ts";
import { hyphenate } from "./hyphenate.ts";

export interface SheetLine {
  readonly text: string;
  readonly lang: Locale;
  readonly size: "fact" | "body";
  /** "in Italian", "translated automatically", or null. */
  readonly mark: string | null;
}

export interface SheetRow {
  readonly id: FactId;
  readonly label: string;
  /** At least one. */
  readonly lines: readonly SheetLine[];
  readonly stated: boolean;
  readonly tabular: boolean;
}

const IN_PASSING: ReadonlySet<FactId> = new Set<FactId>([
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

/** Words of one kind that read well on one line. */
const JOINED: ReadonlySet<FactId> = new Set<FactId>(["hours", "licences"]);

/** Letters of a fact that can be read in passing, and lines. */
const LETTERS = 90;
const LINES = 3;

export function sheetRow(fact: Fact, words: Words): SheetRow {
  let letters = 0;
  const large = (line: Line, index: number) => {
    letters += line.text.length;
    return IN_PASSING.has(fact.id) && index < LINES && letters <= LETTERS;
  };
  const lines = fact.lines.map((line, index): SheetLine => {
    const size = large(line, index) ? "fact" : "body";
    return { text: hyphenate(line.text, line.lang), lang: line.lang, size, mark: markWords(line, words) };
  });
  return {
    id: fact.id,
    label: hyphenate(fact.label, words.locale.id),
    lines: JOINED.has(fact.id) ? joined(lines) : lines,
    stated: fact.stated,
    tabular: fact.tabular ?? false,
  };
}

/** The same row in fewer lines: all of one language and size run on, the untranslated ones last, beside their mark. */
export function denseRow(row: SheetRow): SheetRow {
  return { ...row, lines: joined(row.lines) };
}

function joined(lines: readonly SheetLine[]): SheetLine[] {
  const runs: SheetLine[] = [];
  for (const line of lines) {
    const same = runs.findIndex(({ lang, size }) => lang === line.lang && size === line.size);
    const run = runs[same];
    if (run === undefined) runs.push(line);
    else runs[same] = { ...run, text: `${run.text}\u00a0· ${line.text}` };
  }
  // What is read in passing stays first.
  return runs.sort((a, b) => Number(b.size === "fact") - Number(a.size === "fact"));
}

/** Said once below the lines of a row; */
export function rowMark({ lines }: SheetRow): string | null {
  return lines.find(({ mark }) => mark !== null)?.mark ?? null;
}

/** What must be said of a text's language or making, or null. */
export function markText(lines: readonly Line[], words: Words): string | null {
  const mark = markOf(lines);
  const marked = mark === null ? undefined : lines.find((line) => line.mark === mark);
  return marked === undefined ? null : markWords(marked, words);
}
