// Lines of a posting on the page: each in its own language, and what must be said of a block of them, once.
// Called by the parts of the posting's page.
import type { Line } from "../parts/line.ts";
import { markOf } from "../parts/line.ts";
import { markWords } from "../parts/noticeWords.ts";
import type { Words } from "../parts/words.ts";
import { unlessSame } from "./Document.tsx";

export interface LinesProps {
  readonly lines: readonly Line[];
  readonly words: Words;
}

export function LineText({ line, words }: { line: Line; words: Words }) {
  return <span lang={unlessSame(line.lang, words)}>{line.text}</span>;
}

/** "in Italian" or "translated automatically", in the reader's language, where it is true of any of the lines. */
export function MarkNote({ lines, words }: LinesProps) {
  const mark = markOf(lines);
  const marked = lines.find((line) => line.mark === mark);
  const said = marked === undefined ? null : markWords(marked, words);
  return said === null ? null : <p class="mark">{said}</p>;
}

/** One line as a paragraph, more of them as a list; with bullets where lines may be longer than the phone is wide. */
export function LineList({ lines, words, bulleted = false }: LinesProps & { bulleted?: boolean }) {
  const only = lines[0];
  if (lines.length === 1 && only) {
    return (
      <p>
        <LineText line={only} words={words} />
      </p>
    );
  }
  return (
    <ul class={bulleted && isLong(lines) ? "lines is-bulleted" : "lines"}>
      {lines.map((line) => (
        <li>
          <LineText line={line} words={words} />
        </li>
      ))}
    </ul>
  );
}

/** Letters a line may have and still be taken in at a glance; longer ones are set as text. */
const GLANCE = 45;

export function isLong(lines: readonly Line[]): boolean {
  return lines.some((line) => line.text.length > GLANCE);
}
