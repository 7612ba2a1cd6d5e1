// How many characters a card shows in a language: what the time it stays is reckoned from [R2]. Called by the display's rotation and the desk.
// Counts what is painted, after the fit: a sentence that found no room is not waited for. The frame's own words are known after one card and not counted.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { CardLayout } from "./cardScale.ts";
import { type FittedCard, fitCard } from "./fitCard.ts";
import type { Line } from "./line.ts";
import { markWords, reservedLine } from "./noticeWords.ts";
import type { Words } from "./words.ts";

export function charactersOf(
  posting: PublicPosting,
  words: Words,
  now: Instant,
  layout: CardLayout = "landscape",
): number {
  return charactersIn(fitCard(posting, words, now, layout), posting, words);
}

export function charactersIn({ title, facts, text }: FittedCard, posting: PublicPosting, words: Words): number {
  const reserved = reservedLine(posting, words);
  const ofLine = (line: Line) => line.text.length + (markWords(line, words)?.length ?? 0);
  const ofLines = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + ofLine(line), 0);
  return (
    ofLine(title) +
    (reserved === null ? 0 : reserved.article.length + reserved.whom.length) +
    facts.reduce((sum, { fact, lines }) => sum + fact.label.length + ofLines(lines), 0) +
    (text === null ? 0 : ofLines(text.lines))
  );
}
