// The page of a posting that is over (410): when and why it closed, what is still open, and what it said. A printed QR never dies.
// Called by server/http.
import { pagePath } from "../../server/domain/address.ts";
import type { Owner } from "../../server/domain/owner.ts";
import type { Revision } from "../../server/domain/posting.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import { romeDay } from "../../server/domain/time.ts";
import { pageFacts } from "../parts/factsOf.ts";
import { formatsOf } from "../parts/formats.ts";
import { titleOf } from "../parts/line.ts";
import type { PageFrame } from "./Document.tsx";
import { renderDocument } from "./Document.tsx";
import { Facts } from "./Facts.tsx";
import { PostingHead } from "./PostingHead.tsx";
import { PostingList } from "./PostingList.tsx";
import { PublishedBy } from "./PublishedBy.tsx";

export interface ClosedPageInput extends PageFrame {
  /** Its state at `now` is closed, by hand or by its deadline. */
  readonly posting: PublicPosting;
  readonly now: Instant;
  readonly similar: readonly PublicPosting[];
  /** True where the reader came from a printed code: that sheet should come down. */
  readonly fromSheet: boolean;
  readonly revision: Revision | null;
  readonly place: string | null;
  readonly contact: Owner | null;
}

export function renderClosedPage(input: ClosedPageInput): string {
  const { posting, words, now } = input;
  const title = titleOf(posting, words.locale.id);
  // A posting past its deadline is closed whether or not anything has yet written so. [P3]
  const { reason, at } = posting.closed ?? { reason: "expired" as const, at: posting.until - 1 };
  const date = formatsOf(words.locale).day(romeDay(at), { year: true });
  const facts = pageFacts(posting, words, now);
  return renderDocument({
    frame: input,
    title: words.t("page:closed.title", { title: title.text }),
    pathIn: (other) => pagePath(posting.code, other, input.revision ?? undefined, input.place ?? undefined),
    indexed: null,
    section: posting.content.section,
    children: (
      <>
        <div class="note is-strong">
          <p class="verdict">{words.t("page:closed.label")}</p>
          <p>{words.t(`page:closed.${reason}`, { date })}</p>
          <p>{words.t("page:closed.noMore")}</p>
        </div>
        <PostingHead posting={posting} words={words} reserved={[]} />
        <section aria-labelledby="similar">
          <h2 id="similar">{words.t("page:similar.heading")}</h2>
          {input.similar.length === 0 ? (
            <p>{words.t("page:similar.none")}</p>
          ) : (
            <PostingList postings={input.similar} words={words} now={now} level="h3" />
          )}
          <p>
            <a class="choice" href={input.home.href}>
              {words.t("page:allPostings")}
            </a>
          </p>
        </section>
        {input.fromSheet && <p class="note">{words.t("page:closed.sheet")}</p>}
        <section aria-labelledby="was">
          <h2 id="was">{words.t("page:closed.was")}</h2>
          <Facts facts={facts.filter(({ stated }) => stated)} words={words} />
        </section>
        <PublishedBy posting={posting} words={words} contact={input.contact} />
      </>
    ),
  });
}
