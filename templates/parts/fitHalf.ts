// Chooses the type sizes of a posting in one of two languages side by side: half a glass for each, and no letter smaller than on the whole card.
// Computed, never measured; the numbers, in base units, stand in pair.css too. Called by HalfCard and the display's reckoning of time.
// [L4] Less is said, not smaller: four facts at most, sentences only where two facts or fewer leave room for them.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import { cardFacts } from "./cardFacts.ts";
import type { CardLayout } from "./cardScale.ts";
import type { Fact } from "./fact.ts";
import {
  type FittedCard,
  type FittedFact,
  factText,
  fitText,
  fitTitleIn,
  STEP,
  type Step,
  sentencesFor,
} from "./fitCard.ts";
import type { Line } from "./line.ts";
import { titleOf } from "./line.ts";
import { markWords, reservedLine } from "./noticeWords.ts";
import { cutToLines, linesNeeded } from "./textWidth.ts";
import type { Words } from "./words.ts";

interface HalfRoom {
  /** Of title, mark and whom it is reserved to. */
  readonly head: { readonly width: number; readonly height: number };
  /** Of facts and sentences, beside the code. */
  readonly words: { readonly width: number; readonly height: number };
}

const ROOM: Readonly<Record<CardLayout, HalfRoom>> = {
  landscape: { head: { width: 31.4, height: 8.2 }, words: { width: 18.6, height: 18.9 } },
  portrait: { head: { width: 35.6, height: 7.1 }, words: { width: 22.2, height: 18.6 } },
};

const NOTE = 1.25;
const NOTE_SPACE = 0.3;
const LABEL = 1;
const LEADING = 1.05;
/** Rows the place is divided into: one fact alone does not fill it. */
const LEAST_ROWS = 3;
const MOST_ROWS = 4;

/** Both halves, each thing in one size on both: whoever compares sees that they say the same. */
export function fitPair(
  posting: PublicPosting,
  [one, other]: readonly [Words, Words],
  now: Instant,
  layout: CardLayout,
): [FittedCard, FittedCard] {
  const first = fitHalf(posting, one, now, layout);
  const second = fitHalf(posting, other, now, layout);
  return [levelled(first, second), levelled(second, first)];
}

export function fitHalf(posting: PublicPosting, words: Words, now: Instant, layout: CardLayout): FittedCard {
  const { head, words: place } = ROOM[layout];
  const facts = cardFacts(posting, words, now);
  const sentences = facts.length <= 2 ? sentencesFor(posting, words) : [];
  const rows = sentences.length > 0 ? MOST_ROWS : Math.max(LEAST_ROWS, facts.length);
  const row = place.height / rows;
  const title = titleOf(posting, words.locale.id);
  return {
    title: fitTitleIn(title, head.width, head.height - notesHeight(posting, title, head.width, words), [5, 4, 3, 2]),
    facts: facts.map((fact) => fitFact(fact, row, place.width, words)),
    text: fitText(sentences, place.height - facts.length * row, place.width, words, [2, 1]),
    tight: rows === MOST_ROWS,
  };
}

/** What fits at a size fits at a smaller one. */
function levelled(half: FittedCard, other: FittedCard): FittedCard {
  const smaller = (step: Step, beside: Step | undefined) => Math.min(step, beside ?? step) as Step;
  return {
    ...half,
    title: { ...half.title, step: smaller(half.title.step, other.title.step) },
    facts: half.facts.map((one) => ({
      ...one,
      step: smaller(one.step, other.facts.find(({ fact }) => fact.id === one.fact.id)?.step),
    })),
    text: half.text === null ? null : { ...half.text, step: smaller(half.text.step, other.text?.step) },
  };
}

/** What is said under the title, in the smallest type: the law's words are never cut. */
function notesHeight(posting: PublicPosting, title: Line, width: number, words: Words): number {
  const reserved = reservedLine(posting, words);
  const mark = markWords(title, words);
  // The article is set in bold: a little less room for the rest.
  const linesOf = (text: string) => linesNeeded(text, 400, width - 0.8) * NOTE + NOTE_SPACE;
  return (
    (mark === null ? 0 : linesOf(mark)) + (reserved === null ? 0 : linesOf(`${reserved.article}  ${reserved.whom}`))
  );
}

function fitFact(fact: Fact, row: number, width: number, words: Words): FittedFact {
  const rowsAt = (step: Step) => Math.floor((row - LABEL) / (STEP[step] * LEADING));
  // What is not stated is said, but does not call out.
  const largest: Step = !fact.stated ? 2 : row > 5 ? 4 : 3;
  // One detail less is better than letters nobody reads from three metres; where even that is too much, the first alone.
  const settings: (readonly [number, Step])[] = [
    [0, largest],
    [0, 3],
    [1, 3],
    [0, 2],
    [0, 1],
    ...fact.lines.map((_, less) => [less, 2] as const),
  ];
  for (const [less, step] of settings) {
    const lines = fact.lines.slice(0, fact.lines.length - less);
    if (step > largest || lines.length === 0 || (less === 1 && step === 3 && lines.length < 2)) continue;
    if (linesNeeded(factText(lines, words), 600, width / STEP[step]) <= rowsAt(step)) return { fact, lines, step };
  }
  const first = fact.lines[0] as Line;
  const room = Math.max(1, rowsAt(2) - (markWords(first, words) === null ? 0 : 1));
  return { fact, lines: [{ ...first, text: cutToLines(first.text, 600, width / STEP[2], room) }], step: 2 };
}
