// Deadlines, events, closures and reminders by day, week or month, and the address for one's own calendar. Shown by Desk at /admin/calendar.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { CalendarEntry } from "../../server/domain/calendar.ts";
import type { Day } from "../../server/domain/time.ts";
import { romeDay, romeInstant } from "../../server/domain/time.ts";
import { committed } from "../frame/live.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { chosenOffice } from "../session/chosenOffice.ts";
import { OfficeChoice } from "../session/OfficeChoice.tsx";
import { noteEndedSession } from "../session/session.ts";
import { longDay, monthAndYear, shortDay } from "../words/formats.ts";
import { deskWord } from "../words/words.ts";
import { CalendarDays } from "./CalendarDays.tsx";
import { calendarApi } from "./calendarApi.ts";
import { SharePanel } from "./SharePanel.tsx";
import type { Span } from "./span.ts";
import { daysOf, moved, readSpan, VIEWS, writeSpan } from "./span.ts";
import "./calendar.css";

export function CalendarPage() {
  const { url, route } = useLocation();
  const today = romeDay(Date.now());
  const span = readSpan(new URL(url, location.origin).search, today);
  const days = daysOf(span);
  const [from, to] = [days[0] as Day, days.at(-1) as Day];
  const office = chosenOffice();
  const entries = useSignal<readonly CalendarEntry[] | null>(null);
  const trouble = useSignal<string | null>(null);
  useEffect(() => {
    const mine = new AbortController();
    calendarApi
      .entries(office, from, to, mine.signal)
      .then((answer) => {
        entries.value = answer.entries;
        trouble.value = null;
      })
      .catch((error: unknown) => {
        if (mine.signal.aborted) return;
        noteEndedSession(error);
        trouble.value = error instanceof Error ? error.message : String(error);
      });
    return () => mine.abort();
  }, [office, from, to, committed.value]);
  const go = (next: Span) => route(writeSpan(next), true);
  return (
    <main id="content" class="page calendar">
      <div class="page-head">
        <PageTitle>{deskWord("calendar.title")}</PageTitle>
        <OfficeChoice />
      </div>
      <div class="calendar-bar">
        <div class="calendar-steps">
          <button type="button" onClick={() => go(moved(span, -1))}>
            {deskWord("calendar.previous")}
          </button>
          <button type="button" onClick={() => go({ ...span, day: today })}>
            {deskWord("calendar.today")}
          </button>
          <button type="button" onClick={() => go(moved(span, 1))}>
            {deskWord("calendar.next")}
          </button>
        </div>
        <h2 aria-live="polite">{spanName(span, from, to)}</h2>
        <fieldset class="calendar-views">
          <legend class="unseen">{deskWord("calendar.view")}</legend>
          {VIEWS.map((view) => (
            <label key={view} class="check">
              <input type="radio" name="view" checked={view === span.view} onChange={() => go({ ...span, view })} />
              {deskWord(`calendar.${view}`)}
            </label>
          ))}
        </fieldset>
      </div>
      <Trouble text={trouble.value} />
      {entries.value !== null && <CalendarDays span={span} days={days} today={today} entries={entries.value} />}
      <SharePanel office={office} />
    </main>
  );
}

function spanName({ view, day }: Span, from: Day, to: Day): string {
  if (view === "day") return longDay(romeInstant(day));
  if (view === "month") return monthAndYear(romeInstant(day));
  return `${shortDay(romeInstant(from))} – ${shortDay(romeInstant(to))}`;
}
