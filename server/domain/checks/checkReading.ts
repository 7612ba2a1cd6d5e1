// [K6] The reading ease of Italian by the Gulpease index (Lucisano and Piemontese, 1988): 89 + (300 sentences − 10 letters) / words.
// Below 60 it is hard for who left school after the eighth year, below 40 for who has a diploma. Called by checkContent and the desk.
import type { Content } from "../content.ts";
import type { Finding } from "./finding.ts";
import { finding } from "./finding.ts";

/** Below this a text for the public is worth rewriting; lists of requirements keep a good posting near 50. */
const EASE_WANTED = 45;
/** Fewer words give no figure worth believing. */
const WORDS_NEEDED = 25;
const LONG_SENTENCE = 30;

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Gulpease 0 to 100, or null where there is too little Italian to judge. */
export function gulpease(sentences: readonly string[]): number | null {
  const words = sentences.flatMap(wordsOf);
  if (words.length < WORDS_NEEDED) return null;
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return Math.round(Math.max(0, Math.min(100, 89 + (300 * sentences.length - 10 * letters) / words.length)));
}

export function checkReading(content: Content): Finding[] {
  if (content.sourceLocale !== "it") return [];
  const placed = [
    ...content.summary.map(({ text }) => ({ path: "summary", text })),
    ...content.duties.map(({ text }) => ({ path: "duties", text })),
    ...(content.apply?.note ? [{ path: "apply.note", text: content.apply.note.text }] : []),
  ];
  const found: Finding[] = placed
    .filter(({ text }) => wordsOf(text).length > LONG_SENTENCE)
    .map(({ path, text }) => finding("reading", "longSentence", path, { found: text }));
  const ease = gulpease(placed.map(({ text }) => text));
  if (ease !== null && ease < EASE_WANTED)
    found.push(finding("reading", "hardToRead", placed[0]?.path ?? "summary", { found: String(ease) }));
  return found;
}
