// What happens on which day, of postings, offices and reminders one may read. Called by http/calendar for the desk and for subscriptions.
import type { CalendarEntry, CalendarQuery, EntryKind } from "../domain/calendar.ts";
import type { Content } from "../domain/content.ts";
import type { Note } from "../domain/note.ts";
import { dueDays } from "../domain/note.ts";
import type { Office, Owner } from "../domain/owner.ts";
import { ownersAbove } from "../domain/ownersAbove.ts";
import { stateAt } from "../domain/posting.ts";
import type { Day, Instant, Moment } from "../domain/time.ts";
import { romeClock } from "../domain/time.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { House } from "../house.ts";
import type { Entry } from "./mirror.ts";
import { mayNote } from "./saveNote.ts";

type Needs = Pick<House, "mirror" | "clock">;

/** By day and hour. `notes`: those to be shown as reminders; none in a subscription. [CA2] */
export function readCalendar(
  house: Needs,
  user: User,
  { from, to, office: id }: CalendarQuery,
  notes: readonly Note[],
): CalendarEntry[] {
  const { mirror, clock } = house;
  const office = id === null ? null : mirror.office(id);
  const now = clock.now();
  const entries: CalendarEntry[] = [];
  const mine = (owner: Owner) => may(user, "read", owner.id, ownersAbove(owner));
  for (const entry of mirror.entries()) {
    const owner = mirror.owners.get(entry.posting.owner);
    if (owner === undefined || !mine(owner)) continue;
    const here =
      office === null || owner.id === office.id || (entry.shown !== null && mirror.hangs(entry.shown, office));
    if (here) entries.push(...ofPosting(entry, owner, now));
  }
  for (const owner of mirror.owners.values()) {
    if (owner.kind !== "office" || !mine(owner) || (office !== null && owner.id !== office.id)) continue;
    entries.push(...ofOffice(owner));
  }
  for (const note of notes) {
    if (note.due === null || !mayNote(user, "read", note, mirror)) continue;
    if (office !== null && note.owner !== "*" && note.owner !== office.id) continue;
    const name = mirror.owners.get(note.owner)?.name ?? "";
    for (const day of dueDays(note.due, from, to))
      entries.push({
        ...blank,
        kind: "reminder",
        day,
        title: note.text,
        code: note.code,
        owner: { id: note.owner, name },
      });
  }
  return entries
    .filter(({ day, until }) => day <= to && (until ?? day) >= from)
    .sort((a, b) => order(a).localeCompare(order(b)));
}

const blank = { time: null, until: null, section: null, code: null } as const;
const order = ({ day, time, kind, title }: CalendarEntry) => `${day} ${time ?? "24:00"} ${kind} ${title}`;

function ofPosting({ posting }: Entry, owner: Owner, now: Instant): CalendarEntry[] {
  const { published, code } = posting;
  if (
    published === null ||
    (stateAt(posting, now) === "closed" && posting.closed !== null && posting.closed.reason !== "expired")
  )
    return [];
  const { content } = published;
  const common = {
    ...blank,
    title: content.title.written.text,
    section: content.section,
    code,
    owner: { id: owner.id, name: owner.name },
  };
  const at = (kind: EntryKind, moment: Moment | null, last: Moment | null = null): CalendarEntry[] =>
    moment === null ? [] : [{ ...common, kind, day: moment.day, time: moment.time, until: laterDay(moment, last) }];
  return [
    ...(content.event === null ? [{ ...common, kind: "closes" as const, ...endOfPosting(published.until) }] : []),
    ...at("opens", opening(content)),
    ...at("event", content.event?.starts ?? null, content.event?.ends ?? null),
    ...at("course", content.course?.starts ?? null, content.course?.ends ?? null),
  ];
}

const opening = ({ window, hangs }: Content): Moment | null => window.opens ?? hangs.from;

/** A deadline at midnight belongs to the day that ends then. */
function endOfPosting(until: Instant): { readonly day: Day; readonly time: string | null } {
  const { day, time } = romeClock(until);
  return time === "00:00" ? { day: romeClock(until - 1).day, time: null } : { day, time };
}

function laterDay(first: Moment, last: Moment | null): Day | null {
  return last !== null && last.day > first.day ? last.day : null;
}

function ofOffice(office: Office): CalendarEntry[] {
  return office.closures.map(({ from, to, reason }) => ({
    ...blank,
    kind: "closure" as const,
    day: from,
    until: to > from ? to : null,
    title: reason ?? "",
    owner: { id: office.id, name: office.name },
  }));
}
