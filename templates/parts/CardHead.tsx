// The title of a posting and what must be said of it: in which language it stands, whom the law reserves it to. Called by Card and HalfCard.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { FittedCard } from "./fitCard.ts";
import { markWords, reservedLine } from "./noticeWords.ts";
import type { Words } from "./words.ts";

interface CardHeadProps {
  readonly posting: PublicPosting;
  readonly words: Words;
  readonly title: FittedCard["title"];
}

export function CardHead({ posting, words, title }: CardHeadProps) {
  const reserved = reservedLine(posting, words);
  const mark = markWords(title, words);
  return (
    <div class="card-head">
      <h1 class={`card-title step-${title.step}`} {...(title.lang === words.locale.id ? {} : { lang: title.lang })}>
        {title.text}
      </h1>
      {mark !== null && <p class="card-mark mark">{mark}</p>}
      {reserved !== null && (
        <p class="card-reserved-to">
          <strong>{reserved.article}</strong> {reserved.whom}
        </p>
      )}
    </div>
  );
}
