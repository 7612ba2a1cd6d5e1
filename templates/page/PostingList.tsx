// Postings as one-line cards, each naming its own section: in a search result and among similar ones sections mix.
// Called by BoardPage and ClosedPage.
import { renderToString } from "preact-render-to-string";
import { pagePath } from "../../server/domain/address.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Day, Instant } from "../../server/domain/time.ts";
import { romeDay } from "../../server/domain/time.ts";
import { cardFacts } from "../parts/cardFacts.ts";
import { markOf, titleOf } from "../parts/line.ts";
import { demonstrationWord, markWords } from "../parts/noticeWords.ts";
import type { Words } from "../parts/words.ts";
import { unlessSame } from "./Document.tsx";
import { LineText } from "./Lines.tsx";
import { SectionName } from "./PostingHead.tsx";

export interface PostingListProps {
  readonly postings: readonly PublicPosting[];
  readonly words: Words;
  readonly now: Instant;
  readonly level: "h2" | "h3";
}

/** What tells one posting from the next in a list. */
const TOLD: ReadonlySet<string> = new Set(["when", "where", "until"]);

export function PostingList({ postings, words, now, level }: PostingListProps) {
  const day = romeDay(now);
  const lines = postings.map((posting) => lineOf({ posting, words, now, level }, day)).join("");
  // Made by renderToString, which has escaped every text.
  return <ol class="postings" dangerouslySetInnerHTML={{ __html: lines }} />;
}

// [PL1] A posting's line is drawn once a language and day: its words change by time at Rome's midnight only, and any change makes another posting.
let drawn = new WeakMap<Words, WeakMap<PublicPosting, Map<string, string>>>();
let count = 0;
const MOST = 10_000;

function lineOf(props: PostingLineProps, day: Day): string {
  const { posting, words, level } = props;
  const ofWords = drawn.get(words) ?? new WeakMap<PublicPosting, Map<string, string>>();
  const lines = ofWords.get(posting) ?? new Map<string, string>();
  const key = `${level} ${day}`;
  const known = lines.get(key);
  if (known !== undefined) return known;
  const line = renderToString(<PostingLine {...props} />);
  count += 1;
  if (count > MOST) {
    drawn = new WeakMap();
    count = 0;
  }
  drawn.set(words, ofWords.set(posting, lines.set(key, line)));
  return line;
}

type PostingLineProps = Omit<PostingListProps, "postings"> & { readonly posting: PublicPosting };

function PostingLine({ posting, words, now, level: Heading }: PostingLineProps) {
  const title = titleOf(posting, words.locale.id);
  const facts = cardFacts(posting, words, now).filter(({ id, stated }) => TOLD.has(id) && stated);
  const mark = markOf([title]) === null ? null : markWords(title, words);
  return (
    <li class="posting" data-section={posting.content.section}>
      <SectionName section={posting.content.section} words={words} />
      <Heading>
        <a class="posting-link" href={pagePath(posting.code, words.locale.id)} lang={unlessSame(title.lang, words)}>
          {title.text}
        </a>
      </Heading>
      {mark !== null && <p class="mark">{mark}</p>}
      <ul class="told">
        {posting.demonstration && <li>{demonstrationWord(posting, words)}</li>}
        {facts.map((fact) => (
          <li>
            <span class="label">{fact.label}</span>{" "}
            {fact.lines.map((line, index) => (
              <>
                {index > 0 && " · "}
                <LineText line={line} words={words} />
              </>
            ))}
          </li>
        ))}
      </ul>
    </li>
  );
}
