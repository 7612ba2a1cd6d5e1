// Postings as rows to touch, each naming its own section: in a search result sections mix. Called by ListView, SearchView and SavedView.
import type { Code } from "../../server/domain/code.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { SHAPE_OF } from "../../server/domain/section.ts";
import type { Instant } from "../../server/domain/time.ts";
import { cardFacts } from "../../templates/parts/cardFacts.ts";
import { LineText } from "../../templates/parts/LineText.tsx";
import { titleOf } from "../../templates/parts/line.ts";
import { Shape } from "../../templates/parts/Shape.tsx";
import type { Words } from "../../templates/parts/words.ts";

interface PostingRowsProps {
  readonly postings: readonly PublicPosting[];
  readonly words: Words;
  readonly now: Instant;
  readonly onOpen: (code: Code) => void;
}

/** What tells one posting from the next in a list. */
const TOLD: ReadonlySet<string> = new Set(["when", "where", "until"]);

export function PostingRows({ postings, words, now, onOpen }: PostingRowsProps) {
  return (
    <ul class="rows">
      {postings.map((posting) => {
        const { section } = posting.content;
        const facts = cardFacts(posting, words, now).filter(({ id, stated }) => TOLD.has(id) && stated);
        return (
          <li key={posting.code} data-section={section}>
            <button type="button" class="row" onClick={() => onOpen(posting.code)}>
              <span class="row-section">
                <Shape name={SHAPE_OF[section]} />
                {words.t(`vocabulary:section.${section}`)}
              </span>
              <span class="row-title">
                <LineText line={titleOf(posting, words.locale.id)} words={words} />
              </span>
              <span class="row-facts">
                {facts.map((fact) => (
                  <span key={fact.id} class="row-fact">
                    {fact.label}{" "}
                    {fact.lines.slice(0, 1).map((line) => (
                      <strong key={line.text}>
                        <LineText line={line} words={words} />
                      </strong>
                    ))}
                  </span>
                ))}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
