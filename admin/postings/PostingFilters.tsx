// Search and filters over the list. Every change is in the address at once. Called by PostingList.
import type { RefObject } from "preact";
import { useEffect, useId } from "preact/hooks";
import { STATES } from "../../server/domain/posting.ts";
import { SECTIONS } from "../../server/domain/section.ts";
import type { PostingQuery } from "../api.ts";
import { owners } from "../session/session.ts";
import { label, word } from "../words/words.ts";

interface Props {
  readonly query: PostingQuery;
  readonly onChange: (change: Partial<PostingQuery>) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}

export function PostingFilters({ query, onChange, searchRef }: Props) {
  const id = useId();
  useEffect(() => {
    // Only what came from elsewhere (back, reset) is written into the field: a letter typed meanwhile must not be lost.
    const input = searchRef.current;
    if (input && input !== document.activeElement) input.value = query.q;
  }, [query.q]);
  const choices = [
    { name: "section", all: "list.allSections", options: SECTIONS.map((one) => [one, label("section", one)] as const) },
    { name: "state", all: "list.allStates", options: STATES.map((one) => [one, word(`state.${one}`)] as const) },
    { name: "owner", all: "list.allOwners", options: owners.value.map((one) => [one.id, one.name] as const) },
  ] as const;
  return (
    <search class="filters">
      <div class="field filter-search">
        <label for={`${id}-q`}>{word("list.search")}</label>
        <input
          id={`${id}-q`}
          ref={searchRef}
          type="search"
          autocomplete="off"
          placeholder={word("list.searchExample")}
          defaultValue={query.q}
          onInput={(event) => onChange({ q: event.currentTarget.value.trim() })}
        />
      </div>
      {choices.map(({ name, all, options }) => (
        <div key={name} class="field">
          <label for={`${id}-${name}`}>{word(`list.${name}`)}</label>
          <select
            id={`${id}-${name}`}
            value={query[name]}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
          >
            <option value="">{word(all)}</option>
            {options.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </div>
      ))}
    </search>
  );
}
