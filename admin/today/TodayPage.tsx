// The desk's first page after sign-in: what to do this morning, kept true while it is open. Shown by Desk at /admin/.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { TodayAnswer } from "../../server/domain/todayContract.ts";
import { mayAnywhere } from "../../server/domain/user.ts";
import { committed } from "../frame/live.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { useShortcuts } from "../frame/shortcut.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { chosenOffice } from "../session/chosenOffice.ts";
import { OfficeChoice } from "../session/OfficeChoice.tsx";
import { noteEndedSession, session } from "../session/session.ts";
import { weekdayAndDay } from "../words/formats.ts";
import { deskWord, word } from "../words/words.ts";
import { EndingLists } from "./EndingLists.tsx";
import { NoteBoard } from "./NoteBoard.tsx";
import { Reports } from "./Reports.tsx";
import { Screens } from "./Screens.tsx";
import { todayApi } from "./todayApi.ts";
import { WorkList } from "./WorkList.tsx";
import "./today.css";

/** What ends at midnight, or darkens without a commit, is asked for again so often, in milliseconds. */
const AGAIN = 60_000;

export function TodayPage() {
  const { route } = useLocation();
  const answer = useSignal<TodayAnswer | null>(null);
  const trouble = useSignal<string | null>(null);
  const asked = useSignal(0);
  const office = chosenOffice();
  const user = session.value?.user;
  const mayWrite = user !== undefined && mayAnywhere(user, "write");
  const again = () => {
    asked.value += 1;
  };
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      trouble.value = null;
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
    again();
  };
  useEffect(() => {
    const mine = new AbortController();
    todayApi
      .today(office, mine.signal)
      .then((found) => {
        answer.value = found;
      })
      .catch((error: unknown) => {
        if (mine.signal.aborted) return;
        noteEndedSession(error);
        trouble.value = error instanceof Error ? error.message : String(error);
      });
    return () => mine.abort();
  }, [office, asked.value, committed.value]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) again();
    }, AGAIN);
    return () => clearInterval(timer);
  }, []);
  useShortcuts([
    { keys: "n", about: "shortcuts.new", run: () => route("/admin/postings/new") },
    { keys: "/", about: "shortcuts.search", run: () => route("/admin/postings") },
  ]);

  const now = answer.value;
  return (
    <main id="content" class="page today">
      <div class="page-head">
        <PageTitle tab={deskWord("today.title")}>
          {now === null ? deskWord("today.title") : deskWord("today.heading", { day: weekdayAndDay(now.now) })}
        </PageTitle>
        <div class="today-head">
          <OfficeChoice />
          {mayWrite && (
            <a class="button primary" href="/admin/postings/new">
              {deskWord("today.new")}
            </a>
          )}
        </div>
      </div>
      {session.value &&
        !session.value.publicUrlIsReal &&
        !session.value.demonstration &&
        user &&
        mayAnywhere(user, "administerNetwork") && (
          <p class="notice">{word("list.publicUrl", { address: session.value.publicUrl })}</p>
        )}
      <Trouble text={trouble.value} />
      {now === null ? (
        <p class="quiet">{word("frame.loading")}</p>
      ) : (
        <div class="today-columns">
          <div class="today-main">
            <EndingLists today={now} attempt={attempt} />
            <Reports today={now} attempt={attempt} />
          </div>
          <div class="today-side">
            <WorkList today={now} />
            <Screens today={now} />
            <NoteBoard today={now} office={office} attempt={attempt} />
          </div>
        </div>
      )}
    </main>
  );
}

/** Does something, says what went wrong, and asks for the morning anew. */
export type Attempt = (work: () => Promise<unknown>) => Promise<void>;
