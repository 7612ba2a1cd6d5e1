// The public board, of one office or of all: search as a plain form, sections with their counts, postings as one-line cards.
// Called by server/http for GET /, /{lang}/, /{lang}/{office}.
import type { Locale } from "../../server/domain/locale.ts";
import type { Office, Owner } from "../../server/domain/owner.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { PostingQuery } from "../../server/domain/search.ts";
import { isNarrowed } from "../../server/domain/search.ts";
import { SHAPE_OF } from "../../server/domain/section.ts";
import type { Instant } from "../../server/domain/time.ts";
import { Shape } from "../parts/Shape.tsx";
import type { Words } from "../parts/words.ts";
import { boardPath } from "./boardPath.ts";
import type { PageFrame } from "./Document.tsx";
import { renderDocument } from "./Document.tsx";
import { Chips, Filters, Order } from "./Filters.tsx";
import { feedPath } from "./feedPath.ts";
import type { Counts } from "./filterChoices.ts";
import { sectionsOf } from "./filterChoices.ts";
import { OfficeCard } from "./OfficeCard.tsx";
import { PostingList } from "./PostingList.tsx";
import { SearchForm } from "./SearchForm.tsx";

export interface BoardPageInput extends PageFrame {
  /** null: the board of all offices. */
  readonly office: Office | null;
  /** All offices, for the way from the common board to each; empty on an office's own. */
  readonly offices: readonly Office[];
  readonly now: Instant;
  readonly query: PostingQuery;
  /** What each filter would leave, all others standing. */
  readonly counts: Counts;
  /** This page's. */
  readonly postings: readonly PublicPosting[];
  /** All that were found, and on how many pages they stand. */
  readonly total: number;
  readonly pages: number;
}

export function renderBoardPage(input: BoardPageInput): string {
  const { words, office, query, total, postings } = input;
  const path = (locale: Locale, change: Partial<PostingQuery> = {}) =>
    boardPath(locale, office?.id ?? null, { ...query, ...change });
  const title = office?.name ?? words.t("page:allPostings");
  const isSearch = isNarrowed(query);
  const own = (wanted: PostingQuery) => path(words.locale.id, wanted);
  const found =
    query.q === ""
      ? words.t("page:search.found", { count: total })
      : words.t("page:search.foundFor", { count: total, text: query.q });
  return renderDocument({
    frame: input,
    title: query.page > 1 ? `${title} (${query.page})` : title,
    pathIn: (other) => path(other),
    // A search result is nobody's address.
    indexed: isSearch ? null : { pathIn: (other) => path(other), anyPath: path(words.locale.id) },
    feeds: [
      { type: "application/atom+xml", href: feedPath(words.locale.id, office?.id ?? null, query.section, "xml") },
      { type: "application/feed+json", href: feedPath(words.locale.id, office?.id ?? null, query.section, "json") },
    ],
    wide: true,
    children: (
      <>
        <h1 lang={office === null || words.locale.id === "it" ? undefined : "it"}>{title}</h1>
        {office !== null && <OfficeCard office={office} words={words} />}
        <div class="find">
          <SearchForm words={words} action={boardPath(words.locale.id, office?.id ?? null)} query={query} />
          <Sections {...input} path={(change) => path(words.locale.id, change)} />
          <Filters words={words} query={query} counts={input.counts} path={own} />
        </div>
        <div class="results">
          <Chips words={words} query={query} path={own} />
          <p class="found" role="status">
            {found}
            {isSearch && (
              <>
                {" "}
                <a href={boardPath(words.locale.id, office?.id ?? null)}>{words.t("page:search.clear")}</a>
              </>
            )}
          </p>
          {total > 1 && <Order words={words} query={query} path={own} />}
          {postings.length > 0 ? (
            <PostingList postings={postings} words={words} now={input.now} level="h2" />
          ) : (
            <Nothing words={words} isSearch={isSearch} />
          )}
          <Pages words={words} page={query.page} pages={input.pages} path={(page) => path(words.locale.id, { page })} />
          <Offices words={words} offices={input.offices} />
        </div>
      </>
    ),
  });
}

function Sections({
  words,
  query,
  counts,
  path,
}: BoardPageInput & { path: (change: Partial<PostingQuery>) => string }) {
  const sections = sectionsOf(query, counts);
  if (sections.length < 2 && query.section === null) return null;
  return (
    <nav aria-label={words.t("page:sections")}>
      <ul class="sections">
        {sections.map(({ section, count }) => (
          <li data-section={section}>
            <a href={path({ section, page: 1 })} aria-current={query.section === section ? "true" : undefined}>
              <Shape name={SHAPE_OF[section]} />
              {words.t(`vocabulary:section.${section}`)} <span class="count">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Nothing({ words, isSearch }: { words: Words; isSearch: boolean }) {
  const place = isSearch ? ["page:search.none", "page:search.noneAbout"] : ["page:empty.title", "page:empty.about"];
  return (
    <div class="empty">
      <p class="large">{words.t(place[0] as string)}</p>
      <p>{words.t(place[1] as string)}</p>
    </div>
  );
}

interface PagesProps {
  readonly words: Words;
  readonly page: number;
  readonly pages: number;
  readonly path: (page: number) => string;
}

function Pages({ words, page, pages, path }: PagesProps) {
  if (pages < 2) return null;
  return (
    <nav class="pages" aria-label={words.t("page:pages.label")}>
      {page > 1 && (
        <a class="choice" href={path(page - 1)} rel="prev">
          {words.t("page:pages.previous")}
        </a>
      )}
      <span>{words.t("page:pages.place", { page, pages })}</span>
      {page < pages && (
        <a class="choice" href={path(page + 1)} rel="next">
          {words.t("page:pages.next")}
        </a>
      )}
    </nav>
  );
}

function Offices({ words, offices }: { words: Words; offices: readonly Owner[] }) {
  if (offices.length === 0) return null;
  return (
    <section aria-labelledby="offices">
      <h2 id="offices">{words.t("page:offices")}</h2>
      <ul class="offices" lang={words.locale.id === "it" ? undefined : "it"}>
        {offices.map(({ id, name }) => (
          <li>
            <a class="office-link" href={boardPath(words.locale.id, id)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
