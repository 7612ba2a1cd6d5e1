// The search of a public board: a form that works without scripts and leaves a readable address. Called by BoardPage.
import type { PostingQuery } from "../../server/domain/search.ts";
import { REACHES, writePostingQuery } from "../../server/domain/search.ts";
import type { Words } from "../parts/words.ts";

export interface SearchFormProps {
  readonly words: Words;
  readonly action: string;
  readonly query: PostingQuery;
}

export function SearchForm({ words, action, query }: SearchFormProps) {
  // What is not asked again in the form goes along with it.
  const kept = new URLSearchParams(writePostingQuery({ ...query, q: "", place: "", reach: null, page: 1 }));
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
        {query.place !== "" && (
          <div class="field">
            <label for="reach">{words.t("page:search.reach")}</label>
            <select id="reach" name="reach">
              {REACHES.map((reach) => (
                <option value={reach} selected={query.reach === reach}>
                  {words.t(`page:reach.${reach}`)}
                </option>
              ))}
            </select>
          </div>
        )}
        {[...kept].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="button" type="submit">
          {words.t("page:search.submit")}
        </button>
      </form>
    </search>
  );
}
