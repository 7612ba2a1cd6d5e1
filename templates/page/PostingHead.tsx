// Section, title, and what must stand right under it: in which language it is, whom the law reserves it to, that it is a demonstration.
// Called by PostingPage and ClosedPage.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Section } from "../../server/domain/section.ts";
import { SHAPE_OF } from "../../server/domain/section.ts";
import type { Line } from "../parts/line.ts";
import { titleOf } from "../parts/line.ts";
import { demonstrationWord } from "../parts/noticeWords.ts";
import { Shape } from "../parts/Shape.tsx";
import { sectionWords } from "../parts/sectionWords.ts";
import type { Words } from "../parts/words.ts";
import { unlessSame } from "./Document.tsx";
import { LineText, MarkNote } from "./Lines.tsx";

export interface PostingHeadProps {
  readonly posting: PublicPosting;
  readonly words: Words;
  readonly reserved: readonly Line[];
}

export function PostingHead({ posting, words, reserved }: PostingHeadProps) {
  const title = titleOf(posting, words.locale.id);
  return (
    <div class="head">
      <SectionName section={posting.content.section} words={words} />
      <h1 lang={unlessSame(title.lang, words)}>{title.text}</h1>
      <MarkNote lines={[title]} words={words} />
      {posting.demonstration && (
        <p class="demonstration">
          <b>{demonstrationWord(posting, words)}.</b> {words.t("page:demonstrationAbout")}
        </p>
      )}
      {reserved.length > 0 && (
        <div class="reserved">
          {reserved.map((line) => (
            <p>
              <LineText line={line} words={words} />
            </p>
          ))}
          <MarkNote lines={reserved} words={words} />
        </div>
      )}
    </div>
  );
}

export function SectionName({ section, words }: { section: Section; words: Words }) {
  const { word, note } = sectionWords(section, words);
  return (
    <p class="section" data-section={section}>
      <Shape name={SHAPE_OF[section]} />
      <span>{word}</span>
      {note !== null && <span class="section-note">{note}</span>}
    </p>
  );
}
