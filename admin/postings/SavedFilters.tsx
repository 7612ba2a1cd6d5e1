// Searches kept under a name: one press shows them again, on every computer one signs in at. Called by PostingList.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { SavedFilter } from "../../server/domain/savedFilter.ts";
import { api } from "../api.ts";
import { offerUndo } from "../frame/undo.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { noteEndedSession } from "../session/session.ts";
import { word } from "../words/words.ts";

interface Props {
  /** "?q=cuoco&state=open"; empty where the list shows everything. */
  readonly query: string;
}

export function SavedFilters({ query }: Props) {
  const filters = useSignal<readonly SavedFilter[]>([]);
  const naming = useSignal(false);
  const trouble = useSignal<string | null>(null);
  useEffect(() => {
    api.savedFilters().then((answer) => (filters.value = answer.filters), noteEndedSession);
  }, []);
  const keep = async (next: readonly SavedFilter[]) => {
    const before = filters.peek();
    filters.value = next;
    try {
      await api.keepFilters(next);
      trouble.value = null;
    } catch (error) {
      filters.value = before;
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  const remove = async (name: string) => {
    const before = filters.peek();
    await keep(before.filter((one) => one.name !== name));
    offerUndo(word("undo.filterRemoved"), () => keep(before));
  };
  const known = filters.value.some((one) => one.query === query);
  if (filters.value.length === 0 && query === "") return null;
  return (
    <nav class="saved-filters" aria-label={word("saved.title")}>
      {filters.value.map(({ name, query: kept }) => (
        <span key={name} class="saved-filter">
          <a href={`/admin/postings${kept}`} aria-current={kept === query ? "page" : undefined}>
            {name}
          </a>
          <button
            type="button"
            class="plain"
            aria-label={word("saved.remove", { name })}
            title={word("saved.remove", { name })}
            onClick={() => void remove(name)}
          >
            ×
          </button>
        </span>
      ))}
      {query !== "" && !known && !naming.value && (
        <button type="button" class="plain" onClick={() => (naming.value = true)}>
          {word("saved.keep")}
        </button>
      )}
      {naming.value && (
        <form
          class="saved-naming"
          onSubmit={(event) => {
            event.preventDefault();
            const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
            naming.value = false;
            if (name !== "") void keep([...filters.peek().filter((one) => one.name !== name), { name, query }]);
          }}
        >
          <label>
            {word("saved.name")}
            <input name="name" maxLength={60} required autofocus />
          </label>
          <button type="submit">{word("saved.save")}</button>
        </form>
      )}
      <Trouble text={trouble.value} />
    </nav>
  );
}
