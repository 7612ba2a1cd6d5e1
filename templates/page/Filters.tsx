// The filters of a search, folded away until they are wanted or used, with counts; chips to take them off; the order of the list.
// Everything is a link: it works without scripts and leaves an address to pass on. Called by BoardPage.
import type { PostingQuery } from "../../server/domain/search.ts";
import { SORTS } from "../../server/domain/search.ts";
import type { Words } from "../parts/words.ts";
import type { Counts } from "./filterChoices.ts";
import { chipsOf, choicesOf, FILTERS } from "./filterChoices.ts";

export interface FiltersProps {
  readonly words: Words;
  readonly query: PostingQuery;
  readonly counts: Counts;
  readonly path: (query: PostingQuery) => string;
}

export function Filters({ words, query, counts, path }: FiltersProps) {
  const groups = FILTERS.map((filter) => ({ filter, choices: choicesOf(filter, query, counts, words) })).filter(
    ({ choices }) => choices.length > 0,
  );
  if (groups.length === 0) return null;
  return (
    <details class="filters">
      <summary>{words.t("page:filter.heading")}</summary>
      {groups.map(({ filter, choices }) => (
        <section aria-labelledby={`filter-${filter}`}>
          <h2 id={`filter-${filter}`}>{words.t(`page:filter.${filter}`)}</h2>
          {filter === "reach" && <p class="quiet">{words.t("page:filter.reachAbout")}</p>}
          <ul>
            {choices.map((choice) => (
              <li>
                <a href={path(choice.query)} rel="nofollow" aria-current={choice.chosen ? "true" : undefined}>
                  {choice.label} <span class="count">{choice.count}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

export function Chips({ words, query, path }: Omit<FiltersProps, "counts">) {
  const chips = chipsOf(query, words);
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={words.t("page:filter.chosen")}>
      {chips.map((chip) => (
        <li>
          <a
            class="chip"
            href={path(chip.query)}
            rel="nofollow"
            aria-label={words.t("page:filter.remove", { filter: chip.label })}
          >
            {chip.label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

export function Order({ words, query, path }: Omit<FiltersProps, "counts">) {
  const sorts = SORTS.filter((sort) => sort !== "near" || query.place !== "");
  return (
    <nav class="order" aria-label={words.t("page:sort.heading")}>
      <ul>
        {sorts.map((sort) => (
          <li>
            <a
              href={path({ ...query, sort, page: 1 })}
              rel="nofollow"
              aria-current={query.sort === sort ? "true" : undefined}
            >
              {words.t(`page:sort.${sort}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
