// Postings somebody chose at a display, on their own phone: those open as on a board, those over by name. Whole without scripts; kept by nobody but
// whoever has its address. Called by server/http for GET /o/{CODE}.{CODE}/{lang}.
import { listPath, pagePath } from "../../server/domain/address.ts";
import type { Code } from "../../server/domain/code.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import { titleOf } from "../parts/line.ts";
import type { PageFrame } from "./Document.tsx";
import { renderDocument, unlessSame } from "./Document.tsx";
import { PostingList } from "./PostingList.tsx";

export interface ListPageInput extends PageFrame {
  /** As they stand in the address. */
  readonly codes: readonly Code[];
  readonly open: readonly PublicPosting[];
  readonly over: readonly PublicPosting[];
  readonly now: Instant;
}

export function renderListPage(input: ListPageInput): string {
  const { words, codes, open, over, now } = input;
  const locale = words.locale.id;
  return renderDocument({
    frame: input,
    title: words.t("page:chosen.title"),
    pathIn: (other) => listPath(codes, other),
    indexed: null,
    children: (
      <>
        <h1>{words.t("page:chosen.title")}</h1>
        <p>{words.t("page:chosen.about")}</p>
        <PostingList postings={open} words={words} now={now} level="h2" />
        {over.length > 0 && (
          <section aria-labelledby="over">
            <h2 id="over">{words.t("page:chosen.over")}</h2>
            <ul class="offices">
              {over.map((posting) => {
                const title = titleOf(posting, locale);
                return (
                  <li>
                    <a class="office-link" href={pagePath(posting.code, locale)} lang={unlessSame(title.lang, words)}>
                      {title.text}
                    </a>
                  </li>
                );
              })}
            </ul>
          </section>
        )}
      </>
    ),
  });
}
