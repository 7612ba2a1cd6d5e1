// The days of a view: a table of weeks on a wide screen, one day under the other on a phone (calendar.css). Called by CalendarPage.
import type { CalendarEntry } from "../../server/domain/calendar.ts";
import { SHAPE_OF } from "../../server/domain/section.ts";
import type { Day } from "../../server/domain/time.ts";
import { romeInstant } from "../../server/domain/time.ts";
import { Shape } from "../../templates/parts/Shape.tsx";
import { dayNumber, longDay, shortDay, weekdayName } from "../words/formats.ts";
import { deskWord, label } from "../words/words.ts";
import type { Span } from "./span.ts";
import { writeSpan } from "./span.ts";

/** Entries a day of a month shows; the rest is one click away. */
const IN_MONTH = 4;

interface Props {
  readonly span: Span;
  readonly days: readonly Day[];
  readonly today: Day;
  readonly entries: readonly CalendarEntry[];
}

export function CalendarDays({ span, days, today, entries }: Props) {
  const of = (day: Day) => entries.filter((entry) => entry.day <= day && day <= (entry.until ?? entry.day));
  if (span.view === "day") return <DayList entries={of(span.day)} />;
  const weeks = Array.from({ length: days.length / 7 }, (_, n) => days.slice(n * 7, n * 7 + 7));
  const month = span.day.slice(0, 7);
  return (
    <>
      {entries.length === 0 && <p class="quiet">{deskWord("calendar.none")}</p>}
      <table class={`calendar-days ${span.view}`} aria-label={deskWord("calendar.title")}>
        <thead>
          <tr>
            {days.slice(0, 7).map((day) => (
              <th key={day} scope="col">
                {weekdayName(romeInstant(day))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Cell
                  key={day}
                  day={day}
                  entries={of(day)}
                  most={span.view === "month" ? IN_MONTH : Number.POSITIVE_INFINITY}
                  kind={[
                    day === today ? "is-today" : "",
                    span.view === "month" && !day.startsWith(month) ? "is-beside" : "",
                  ].join(" ")}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface CellProps {
  readonly day: Day;
  readonly entries: readonly CalendarEntry[];
  readonly most: number;
  readonly kind: string;
}

function Cell({ day, entries, most, kind }: CellProps) {
  return (
    <td
      class={`${kind} ${entries.length === 0 ? "is-empty" : ""}`}
      aria-current={kind.includes("is-today") ? "date" : undefined}
    >
      <a class="calendar-date" href={writeSpan({ view: "day", day })} aria-label={longDay(romeInstant(day))}>
        <span class="calendar-number">{dayNumber(romeInstant(day))}</span>
        <span class="calendar-name">{longDay(romeInstant(day))}</span>
      </a>
      {entries.length > 0 && (
        <ul>
          {entries.slice(0, most).map((entry) => (
            <li key={`${entry.kind} ${entry.code} ${entry.title}`}>
              <EntryText entry={entry} />
            </li>
          ))}
        </ul>
      )}
      {entries.length > most && (
        <a class="calendar-more" href={writeSpan({ view: "day", day })}>
          {deskWord("calendar.more", { count: entries.length - most })}
        </a>
      )}
    </td>
  );
}

function DayList({ entries }: { readonly entries: readonly CalendarEntry[] }) {
  if (entries.length === 0) return <p class="empty">{deskWord("calendar.none")}</p>;
  return (
    <ul class="calendar-list">
      {entries.map((entry) => (
        <li key={`${entry.kind} ${entry.code} ${entry.title} ${entry.owner.id}`}>
          <EntryText entry={entry} />
          <p class="quiet">
            {entry.owner.name}
            {entry.until !== null && ` · ${deskWord("calendar.until", { day: shortDay(romeInstant(entry.until)) })}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What, when, and of which section: by word and shape, the colour only repeats it. */
function EntryText({ entry }: { readonly entry: CalendarEntry }) {
  const { kind, time, title, section, code, owner } = entry;
  const text = title === "" ? owner.name : title;
  return (
    <span class={`calendar-entry ${kind} ${section === null ? "" : `section-mark ${section}`}`}>
      {section !== null && <Shape name={SHAPE_OF[section]} />}
      <span>
        <b>
          {time !== null && `${time} `}
          {deskWord(`calendar.kind.${kind}`)}
        </b>{" "}
        {section !== null && <span class="unseen">{label("section", section)}: </span>}
        {code === null ? (
          <span lang="it">{text}</span>
        ) : (
          <a href={`/admin/postings/${code}`} lang="it">
            {text}
          </a>
        )}
      </span>
    </span>
  );
}
