// Chooses the type sizes of a card so that everything stands whole in its place: computed from letter widths, never measured,
// so that the server, the desk's preview and every display agree. Called by Card.
// [L1] Title at most three lines. [L2] Nothing of a card is below --step-0. [L3] Places of title, facts, text and QR depend on the posting,
// never on the language.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import { cardFacts } from "./cardFacts.ts";
import type { CardLayout } from "./cardScale.ts";
import type { Fact } from "./fact.ts";
import type { Line } from "./line.ts";
import { lineOf, titleOf } from "./line.ts";
import { markWords } from "./noticeWords.ts";
import { cutToLines, linesNeeded } from "./textWidth.ts";
import type { Words } from "./words.ts";

/** Type step of LOOK.md: --base × 1.25^step. */
export type Step = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export const STEP: Readonly<Record<Step, number>> = {
  0: 1,
  1: 1.25,
  2: 1.5625,
  3: 1.953,
  4: 2.441,
  5: 3.052,
  6: 3.815,
  7: 4.768,
  8: 5.96,
};

export interface FittedFact {
  readonly fact: Fact;
  readonly lines: readonly Line[];
  readonly step: Step;
}

export interface FittedCard {
  readonly title: Line & { readonly step: Step };
  readonly facts: readonly FittedFact[];
  /** One or two sentences, or none where there is no room for even one. */
  readonly text: { readonly lines: readonly Line[]; readonly step: Step } | null;
  /** Rows of the facts are set closer where text stands below four of them. */
  readonly tight: boolean;
}

// Room in base units; the same numbers stand in card.css.
interface Room {
  readonly title: {
    readonly width: number;
    readonly height: number;
    readonly heightReserved: number;
    readonly heightReservedMarked: number;
  };
  readonly body: number;
  readonly fact: { readonly width: number; readonly row: number; readonly tightRow: number };
  readonly text: { readonly width: number };
}

const ROOM: Readonly<Record<CardLayout, Room>> = {
  landscape: {
    title: { width: 53.6, height: 10.5, heightReserved: 8.4, heightReservedMarked: 6.8 },
    body: 22.2,
    fact: { width: 39.4, row: 5.55, tightRow: 4.6 },
    text: { width: 39.4 },
  },
  portrait: {
    title: { width: 35.6, height: 10.5, heightReserved: 10.1, heightReservedMarked: 8.1 },
    body: 22.7,
    fact: { width: 35.6, row: 5.6, tightRow: 4.65 },
    text: { width: 35.6 },
  },
};

const TITLE_LEADING = 1.1;
const TITLE_LINES = 3;
const TEXT_LEADING = 1.4;
/** Sentences a card shows; the rest is on the page. */
const SENTENCES = 2;
/** Characters of a comfortable line. */
const MEASURE = 30;

export function fitCard(posting: PublicPosting, words: Words, now: Instant, layout: CardLayout): FittedCard {
  const room = ROOM[layout];
  const facts = cardFacts(posting, words, now);
  const sentences = sentencesFor(posting, words);
  const tight = facts.length >= 4 && sentences.length > 0;
  const row = tight ? room.fact.tightRow : room.fact.row;
  return {
    title: fitTitle(titleOf(posting, words.locale.id), posting.content.reserved !== null, room),
    facts: facts.map((fact) => fitFact(fact, tight, room.fact.width, words)),
    text: fitText(sentences, room.body - facts.length * row, room.text.width, words),
    tight,
  };
}

// A line never begins with the slash between two forms of a word.
const joined = (text: string) => text.replace(/ \/ /g, "\u00a0/ ");

function fitTitle(written: Line, reserved: boolean, { title: room }: Room): FittedCard["title"] {
  const height = !reserved ? room.height : written.mark === null ? room.heightReserved : room.heightReservedMarked;
  return fitTitleIn(written, room.width, height, [8, 7, 6, 5, 4, 3]);
}

/** @param steps from the largest; what fits in none is cut at the last */
export function fitTitleIn(
  written: Line,
  width: number,
  height: number,
  steps: readonly [Step, ...Step[]],
): FittedCard["title"] {
  const line = { ...written, text: joined(written.text) };
  const linesAt = (step: Step) => Math.min(TITLE_LINES, Math.floor(height / (STEP[step] * TITLE_LEADING)));
  for (const step of steps) {
    // The largest size is for one line: two of it would shout.
    const most = step === 8 ? 1 : linesAt(step);
    if (linesNeeded(line.text, 700, width / STEP[step]) <= most) return { ...line, step };
  }
  const least = steps[steps.length - 1] as Step;
  return { ...line, text: cutToLines(line.text, 700, width / STEP[least], Math.max(1, linesAt(least))), step: least };
}

/** Between two parts of a fact; never at the beginning of a line. */
export const SEPARATOR = "\u00a0· ";

/** Words of a fact's lines as they stand in its row, marks included. */
export function factText(lines: readonly Line[], words: Words): string {
  return lines
    .map((line) => [line.text, markWords(line, words)].filter((part) => part !== null).join(" "))
    .join(SEPARATOR);
}

// [lines left out, step, rows]: one detail less is better than letters nobody reads from three metres; more than one is not.
type Setting = readonly [number, Step, number];
const SETTINGS: readonly Setting[] = [
  [0, 5, 1],
  [0, 4, 1],
  [1, 5, 1],
  [1, 4, 1],
  [0, 3, 1],
];
/** What is not stated is said, but does not call out. */
const LARGEST_NOT_STATED: Step = 4;

function fitFact(fact: Fact, tight: boolean, width: number, words: Words): FittedFact {
  const largest = tight || !fact.stated ? LARGEST_NOT_STATED : 5;
  const closer = fact.lines.map((_, less): Setting => [less, 2, 2]);
  for (const [less, step, rows] of [...SETTINGS, ...closer]) {
    const count = fact.lines.length - less;
    if (step > largest || count < 1 || (less > 0 && rows === 1 && count < 2)) continue;
    const lines = fact.lines.slice(0, count);
    if (linesNeeded(factText(lines, words), 600, width / STEP[step]) <= rows) return { fact, lines, step };
  }
  const first = fact.lines[0] as Line;
  const mark = markWords(first, words);
  const room = mark === null ? 2 : 1;
  return { fact, lines: [{ ...first, text: cutToLines(first.text, 600, width / STEP[2], room) }], step: 2 };
}

export function sentencesFor(posting: PublicPosting, words: Words): Line[] {
  return posting.content.summary.slice(0, SENTENCES).map((segment) => lineOf(posting, segment, words.locale.id));
}

export function fitText(
  sentences: readonly Line[],
  height: number,
  width: number,
  words: Words,
  steps: readonly Step[] = [4, 3, 2, 1],
): FittedCard["text"] {
  const rowsAt = (step: Step) => Math.floor(height / (STEP[step] * TEXT_LEADING));
  const measureAt = (step: Step) => Math.min(width / STEP[step], MEASURE);
  for (let count = sentences.length; count > 0; count -= 1) {
    const lines = sentences.slice(0, count);
    for (const step of steps) {
      if (linesNeeded(textOf(lines, words), 400, measureAt(step)) <= rowsAt(step)) return { lines, step };
    }
  }
  const first = sentences[0];
  const rows = rowsAt(1);
  if (first === undefined || rows < 1) return null;
  // What must be said of the sentence stands behind it and may not be lost to the cut.
  const mark = markWords(first, words);
  for (let letters = first.text.length; letters > 0; letters -= 8) {
    const text = cutToLines(first.text.slice(0, letters), 400, measureAt(1), rows);
    const ended = text.endsWith("…") ? text : `${text.slice(0, text.lastIndexOf(" "))}…`;
    if (linesNeeded(mark === null ? ended : `${ended} ${mark}`, 400, measureAt(1)) <= rows)
      return { lines: [{ ...first, text: ended }], step: 1 };
  }
  return null;
}

/** The sentences as they run, with what is said of them at the end. */
function textOf(lines: readonly Line[], words: Words): string {
  const marked = lines.find((line) => line.mark !== null);
  const mark = marked === undefined ? null : markWords(marked, words);
  const text = lines.map((line) => line.text).join(" ");
  return mark === null ? text : `${text} ${mark}`;
}
