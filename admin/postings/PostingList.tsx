// The first page of the desk: every posting one may see, found while typing. Shown by Desk at /admin/.
import { batch, useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { PostingsAnswer } from "../../server/domain/httpContract.ts";
import { mayAnywhere } from "../../server/domain/user.ts";
import type { PostingQuery } from "../api.ts";
import { api } from "../api.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { useShortcuts } from "../frame/shortcut.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { noteEndedSession, session } from "../session/session.ts";
import { word } from "../words/words.ts";
import { BulkBar } from "./bulk/BulkBar.tsx";
import { NO_FILTER, readQuery, writeQuery } from "./listQuery.ts";
import { PostingFilters } from "./PostingFilters.tsx";
import { type Chosen, PostingTable } from "./PostingTable.tsx";
import { SavedFilters } from "./SavedFilters.tsx";
import { TablePages } from "./TablePages.tsx";

export function PostingList() {
  const { url, route } = useLocation();
  const query = readQuery(new URL(url, location.origin).search);
  const answer = useSignal<PostingsAnswer | null>(null);
  const busy = useSignal(false);
  const trouble = useSignal<string | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const now = session.value;
  const mayWrite = now ? mayAnywhere(now.user, "write") : false;
  const mayPublish = now ? mayAnywhere(now.user, "publish") : false;
  const chosen: Chosen = useSignal(new Map());
  const renewals = useSignal(0);
  const key = JSON.stringify([query, renewals.value]);

  // Before the next painting, not after it: the answer to a keystroke is a frame earlier.
  useLayoutEffect(() => {
    const mine = new AbortController();
    busy.value = true;
    const read = async () => {
      try {
        const found = await api.postings(query, mine.signal);
        batch(() => {
          answer.value = found;
          trouble.value = null;
          busy.value = false;
        });
      } catch (error) {
        if (mine.signal.aborted) return;
        noteEndedSession(error);
        trouble.value = error instanceof Error ? error.message : String(error);
        busy.value = false;
      }
    };
    void read();
    return () => mine.abort();
  }, [key]);
  useShortcuts([
    { keys: "/", about: "shortcuts.search", run: () => search.current?.focus() },
    { keys: "n", about: "shortcuts.new", run: () => route("/admin/postings/new") },
  ]);

  const show = (change: Partial<PostingQuery>) => route(writeQuery({ ...query, page: 1, ...change }), true);
  const filtered = writeQuery({ ...query, page: 1 }) !== writeQuery(NO_FILTER);
  return (
    <main id="content" class="page">
      <div class="page-head">
        <PageTitle>{word("list.heading")}</PageTitle>
        {mayWrite && (
          <a class="button primary" href="/admin/postings/new">
            {word("list.new")}
          </a>
        )}
      </div>
      {now && !now.publicUrlIsReal && !now.demonstration && mayAnywhere(now.user, "administerNetwork") && (
        <p class="notice">{word("list.publicUrl", { address: now.publicUrl })}</p>
      )}
      <PostingFilters query={query} onChange={show} searchRef={search} />
      <SavedFilters query={writeQuery({ ...query, page: 1 }).slice(writeQuery(NO_FILTER).length)} />
      <Trouble text={trouble.value} />
      <BulkBar
        chosen={chosen}
        onDone={() => {
          chosen.value = new Map();
          renewals.value += 1;
        }}
      />
      {answer.value !== null && (
        <>
          <p class="quiet count" role="status">
            {word("list.count", { count: answer.value.total })}
          </p>
          {answer.value.postings.length > 0 ? (
            <PostingTable postings={answer.value.postings} busy={busy.value} chosen={mayPublish ? chosen : null} />
          ) : (
            <div class="empty">
              <p>{word(filtered ? "list.nothingFound" : "list.nothingYet")}</p>
              {filtered && (
                <button type="button" onClick={() => show(NO_FILTER)}>
                  {word("list.showAll")}
                </button>
              )}
            </div>
          )}
          <TablePages
            page={answer.value.page}
            total={answer.value.total}
            addressOf={(page) => writeQuery({ ...query, page })}
          />
        </>
      )}
    </main>
  );
}
