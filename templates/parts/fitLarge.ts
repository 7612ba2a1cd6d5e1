// A posting in type so large that one glass does not hold it: parted into what is shown one after the other within its turn. Computed, never measured.
// [LG1] Every letter has the size asked for, none is smaller. [LG2] No line is wider than its place, no part higher than the glass. [LG3] A fact's label
// stands with its value. [LG4] Who has read the first part knows section, language and title. Called by LargeCard, charactersOf and the display.

import type { Locale } from "../../server/domain/locale.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import { cardFacts } from "./cardFacts.ts";
import type { Line } from "./line.ts";
import { lineOf, titleOf } from "./line.ts";
import { linesOf } from "./linesOf.ts";
import { concernsPeople, equalTreatmentLine, markWords, reservedLine } from "./noticeWords.ts";
import { sectionWords } from "./sectionWords.ts";
import type { Weight } from "./textWidth.ts";
import type { Words } from "./words.ts";

/** Room in em of the type asked for. */
export interface LargeRoom {
  readonly across: number;
  readonly down: number;
}

export interface LargeLine {
  readonly text: string;
  readonly weight: Weight;
  readonly quiet: boolean;
  readonly lang: Locale;
  /** What stands above it by a little room: a new fact, a new sentence. */
  readonly begins: boolean;
}

export interface LargeCard {
  /** The section's word in as many lines as it needs. */
  readonly band: readonly string[];
  readonly parts: readonly (readonly LargeLine[])[];
  /** In em. */
  readonly measures: LargeMeasures;
}

export interface LargeMeasures {
  readonly band: number;
  readonly foot: number;
  readonly text: number;
  /** Side of the code; 0: no room beside the text, it stands with the last part alone. */
  readonly code: number;
  readonly upright: boolean;
}

export const LEADING = 1.2;
/** Before a new fact. */
export const SPACE = 0.35;
export const EDGE = 0.6;
const SHAPE = 1.6;
const FOOT = 1.5;
/** The code is scanned from nearer than the text is read; below this it is not scanned at all. */
const CODE = 4.6;
const CODE_SHARE = 0.4;
const LEAST_TEXT = 8;
/** Beyond, a visitor has gone: the rest is on the page. */
const MOST_PARTS = 7;

/** @param late said of a board that is not fresh, or null */
export function fitLarge(
  posting: PublicPosting,
  words: Words,
  now: Instant,
  room: LargeRoom,
  late: string | null,
): LargeCard {
  const upright = room.down > room.across;
  const { word } = sectionWords(posting.content.section, words);
  const band = linesOf(word, 600, room.across - SHAPE - 3 * EDGE);
  const bandHeight = band.length * LEADING + EDGE;
  const code = Math.max(CODE, Math.min(room.across, room.down) * CODE_SHARE);
  const beside = !upright && room.across - code - 3 * EDGE >= LEAST_TEXT;
  const measures: LargeMeasures = {
    band: bandHeight,
    foot: FOOT,
    text: room.across - 2 * EDGE - (beside ? code + EDGE : 0),
    code: beside || upright ? code : 0,
    upright,
  };
  const height = room.down - bandHeight - FOOT - EDGE - (upright ? code + EDGE : 0);
  return { band, parts: paged(blocksOf(posting, words, now, measures.text, late), height), measures };
}

/** Milliseconds of a turn after which each part but the first begins, by what there is to read in each. */
export function partStarts({ parts }: LargeCard, lasts: number): number[] {
  const letters = parts.map((lines) => 12 + lines.reduce((sum, { text }) => sum + text.length, 0));
  const all = letters.reduce((sum, count) => sum + count, 0);
  let before = 0;
  return letters.slice(0, -1).map((count) => {
    before += count;
    return (before / all) * lasts;
  });
}

type Block = readonly LargeLine[];

function blocksOf(posting: PublicPosting, words: Words, now: Instant, width: number, late: string | null): Block[] {
  const locale = words.locale.id;
  const { content } = posting;
  const block = (text: string, weight: Weight, lang: Locale = locale, quiet = false): Block =>
    linesOf(text, weight, width).map((line, at) => ({ text: line, weight, quiet, lang, begins: at === 0 }));
  const marked = (line: Line, weight: Weight): Block => {
    const mark = markWords(line, words);
    return [...block(line.text, weight, line.lang), ...(mark === null ? [] : together(block(mark, 400, locale, true)))];
  };
  const reserved = reservedLine(posting, words);
  return [
    marked(titleOf(posting, locale), 700),
    ...(late === null ? [] : [block(late, 700)]),
    ...(posting.demonstration ? [block(words.t("card:demonstration"), 400, locale, true)] : []),
    ...(reserved === null ? [] : [block(`${reserved.article}: ${reserved.whom}`, 400)]),
    ...cardFacts(posting, words, now).map(
      (fact): Block => [
        ...block(fact.label, 400, locale, true),
        ...together(fact.lines.flatMap((line) => marked(line, fact.stated ? 600 : 400))),
      ],
    ),
    ...content.summary.slice(0, 2).map((segment) => marked(lineOf(posting, segment, locale), 400)),
    block(words.t("card:scan"), 600),
    ...(concernsPeople(posting) ? [block(equalTreatmentLine(words), 400, locale, true)] : []),
  ];
}

/** Without room above: it goes on from what stands before it. */
function together(lines: readonly LargeLine[]): LargeLine[] {
  return lines.map((line) => ({ ...line, begins: false }));
}

const heightOf = (lines: readonly LargeLine[]) =>
  lines.reduce((sum, { begins }, at) => sum + LEADING + (begins && at > 0 ? SPACE : 0), 0);

function paged(blocks: readonly Block[], height: number): LargeLine[][] {
  const parts: LargeLine[][] = [[]];
  const last = () => parts[parts.length - 1] as LargeLine[];
  for (const block of blocks) {
    if (heightOf([...last(), ...block]) <= height) last().push(...block);
    else if (heightOf(block) <= height) parts.push([...block]);
    // Longer than a glass: it fills what is left and goes on.
    else
      for (const line of block) {
        if (heightOf([...last(), line]) > height && last().length > 0) parts.push([]);
        last().push(line);
      }
  }
  const full = parts.filter((lines) => lines.length > 0);
  return full.length <= MOST_PARTS ? full : [...full.slice(0, MOST_PARTS - 1), full[full.length - 1] as LargeLine[]];
}
