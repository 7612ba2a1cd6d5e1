// The search of a public board: a form that works without scripts and leaves a readable address. Called by BoardPage.
import type { Words } from "../parts/words.ts";
import type { BoardQuery } from "./boardPath.ts";

export interface SearchFormProps {
  readonly words: Words;
  readonly action: string;
  readonly query: BoardQuery;
}

export function SearchForm({ words, action, query }: SearchFormProps) {
  return (
    <search>
      <form class="search" method="get" action={action}>
        <div class="field">
          <label for="q">{words.t("page:search.text")}</label>
          <input id="q" name="q" type="search" value={query.q} maxLength={80} enterkeyhint="search" />
        </div>
        <div class="field">
          <label for="place">{words.t("page:search.place")}</label>
          <input id="place" name="place" value={query.place} maxLength={80} autocomplete="address-level2" />
        </div>
        {query.section !== null && <input type="hidden" name="section" value={query.section} />}
        <button class="button" type="submit">
          {words.t("page:search.submit")}
        </button>
      </form>
    </search>
  );
}
