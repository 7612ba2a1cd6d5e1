// Chooses the type sizes of a card so that everything stands whole in its place: computed from letter widths, never measured,
// so that the server, the desk's preview and every display agree. Called by Card.
// [L1] Title at most three lines. [L2] Nothing of a card is below --step-0. [L3] Places of title, facts, text and QR depend on the posting,
// never on the language.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { CardLayout } from "./cardScale.ts";
import type { Fact } from "./fact.ts";
import type { Line } from "./line.ts";
import type { Words } from "./words.ts";
import { cardFacts } from "./factsOf.ts";
import { lineOf, titleOf } from "./line.ts";
import { markWords } from "./noticeWords.ts";
import { cutToLines, linesNeeded } from "./textWidth.ts";

/** Type step of LOOK.md: --base × 1.25^step. */
export type Step = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export const STEP: Readonly<Record<Step, number>> = { 0: 1, 1: 1.25, 2: 1.5625, 3: 1.953, 4: 2.441, 5: 3.052, 6: 3.815, 7: 4.768, 8: 5.96 };

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
  readonly title: { readonly width: number; readonly height: number; readonly heightReserved: number };
  readonly body: number;
  readonly fact: { readonly width: number; readonly row: number; readonly tightRow: number };
  readonly text: { readonly width: number };
}

const ROOM: Readonly<Record<CardLayout, Room>> = {
  landscape: {
    title: { width: 53.6, height: 10.5, heightReserved: 8.5 },
    body: 22.2,
    fact: { width: 36.2, row: 5.55, tightRow: 4.6 },
    text: { width: 36.2 },
  },
  portrait: {
    title: { width: 35.6, height: 12.8, heightReserved: 10.6 },
    body: 22.2,
    fact: { width: 35.6, row: 5.55, tightRow: 4.6 },
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
    title: fitTitle(titleOf(posting, words.locale.id), posting.content.reserved === null ? room.title.height : room.title.heightReserved, room),
    facts: facts.map((fact) => fitFact(fact, tight, room.fact.width, words)),
    text: fitText(sentences, room.body - facts.length * row, room.text.width, words),
    tight,
  };
}

function fitTitle(line: Line, height: number, room: Room): FittedCard["title"] {
  for (const step of [8, 7, 6, 5, 4] as const) {
    const lines = Math.min(TITLE_LINES, Math.floor(height / (STEP[step] * TITLE_LEADING)));
    // The largest size is for one line: two of it would shout.
    if (linesNeeded(line.text, 700, room.title.width / STEP[step]) <= (step === 8 ? 1 : lines)) return { ...line, step };
  }
  const text = cutToLines(line.text, 700, room.title.width / STEP[4], TITLE_LINES);
  return { ...line, text, step: 4 };
}

/** Words of a fact's lines as they stand in its row, marks included. */
export function factText(lines: readonly Line[], words: Words): string {
  return lines.map((line) => [line.text, markWords(line, words)].filter((part) => part !== null).join(" ")).join(" · ");
}

function fitFact(fact: Fact, tight: boolean, width: number, words: Words): FittedFact {
  const sizes = tight ? ([[4, 1], [3, 1], [2, 2]] as const) : ([[5, 1], [4, 1], [3, 1], [2, 2]] as const);
  // What comes first in a fact matters most: rather fewer of its lines than smaller letters.
  for (let count = fact.lines.length; count > 0; count -= 1) {
    const lines = fact.lines.slice(0, count);
    for (const [step, rows] of sizes) {
      if (linesNeeded(factText(lines, words), 600, width / STEP[step]) <= rows) return { fact, lines, step };
    }
  }
  const first = fact.lines[0] as Line;
  const mark = markWords(first, words);
  const cut = cutToLines(mark === null ? first.text : `${first.text} ${mark}`, 600, width / STEP[2], 2);
  const text = cut.endsWith("…") ? `${first.text.slice(0, Math.max(1, cut.length - (mark?.length ?? 0) - 2)).trim()}…` : first.text;
  return { fact, lines: [{ ...first, text }], step: 2 };
}

function sentencesFor(posting: PublicPosting, words: Words): Line[] {
  return posting.content.summary.slice(0, SENTENCES).map((segment) => lineOf(posting, segment, words.locale.id));
}

function fitText(sentences: readonly Line[], height: number, width: number, words: Words): FittedCard["text"] {
  const linesAt = (step: Step, said: boolean) => Math.floor((height - (said ? STEP[0] * TEXT_LEADING : 0)) / (STEP[step] * TEXT_LEADING));
  for (let count = sentences.length; count > 0; count -= 1) {
    const lines = sentences.slice(0, count);
    const said = lines.some((line) => markWords(line, words) !== null);
    const text = lines.map((line) => line.text).join(" ");
    for (const step of [3, 2, 1] as const) {
      const measure = Math.min(width / STEP[step], MEASURE);
      if (linesNeeded(text, 400, measure) <= linesAt(step, said)) return { lines, step };
    }
  }
  const first = sentences[0];
  if (first === undefined) return null;
  const rows = linesAt(1, markWords(first, words) !== null);
  if (rows < 1) return null;
  return { lines: [{ ...first, text: cutToLines(first.text, 400, Math.min(width / STEP[1], MEASURE), rows) }], step: 1 };
}
