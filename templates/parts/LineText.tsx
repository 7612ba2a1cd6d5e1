// One line of text with its language and, beside it, what must be said of it. Called by the card and its neighbours.
import type { Line } from "./line.ts";
import { markWords } from "./noticeWords.ts";
import type { Words } from "./words.ts";

export function LineText({ line, words }: { readonly line: Line; readonly words: Words }) {
  const mark = markWords(line, words);
  return (
    <>
      <span {...(line.lang === words.locale.id ? {} : { lang: line.lang })}>{line.text}</span>
      {mark !== null && <small class="mark">{mark}</small>}
    </>
  );
}
