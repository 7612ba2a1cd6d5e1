// An office's morning: what ends, what ended, what waits for a translator, what to do at the walls, which screens are dark, what readers and
// colleagues wrote. Reads the mirror, the roll and a few rows. Called by http/today.
// [MO1] An office's morning is its board's: its own postings and those that hang there. Without an office: all that one may read.
// [MO2] What somebody took down on purpose is not offered for renewal.
import type { Note } from "../domain/note.ts";
import { dueSince } from "../domain/note.ts";
import type { Office } from "../domain/owner.ts";
import { ownersAbove } from "../domain/ownersAbove.ts";
import { stateAt } from "../domain/posting.ts";
import { renewalDay, renewed } from "../domain/renewal.ts";
import type { Report } from "../domain/report.ts";
import type { Instant } from "../domain/time.ts";
import { addDays, romeDay, romeInstant } from "../domain/time.ts";
import type { TodayAnswer, TodayList, TodayNote, TodayPosting } from "../domain/todayContract.ts";
import { localeMark } from "../domain/translation.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { House } from "../house.ts";
import { listDisplays } from "./listDisplays.ts";
import type { Entry } from "./mirror.ts";
import { hasExpired, validityDaysOf } from "./renewPosting.ts";
import { mayNote } from "./saveNote.ts";
import { listSources } from "./sourceStates.ts";
import { overdueRemovals, wallToday } from "./wallToday.ts";

type Needs = Pick<House, "store" | "mirror" | "clock" | "words" | "roll" | "locales" | "config" | "mailState">;

/** How long what ended is offered for renewal, in days. */
const OFFERED = 14;
const LISTED = 30;
const REPORTS = 500;

export async function deskToday(house: Needs, user: User, office: Office | null): Promise<TodayAnswer> {
  const { mirror, clock, store, locales } = house;
  const now = clock.now();
  const today = romeDay(now);
  const [tomorrow, dayAfter] = [romeInstant(addDays(today, 1)), romeInstant(addDays(today, 2))];
  const oldest = romeInstant(addDays(today, -OFFERED));
  const [closingToday, closingTomorrow, expired]: TodayPosting[][] = [[], [], []];
  const waiting = new Map(locales.map((locale) => [locale, 0]));
  let [open, drafts, untranslated] = [0, 0, 0];
  for (const entry of mirror.entries()) {
    const { posting, translations } = entry;
    if (!concerns(house, user, office, entry)) continue;
    const state = stateAt(posting, now);
    if (state === "draft") drafts += 1;
    const shown = posting.published;
    if (shown === null) continue;
    if (state === "open") {
      open += 1;
      const line = () => lineOf(house, user, entry, now);
      // Half-open: what ends at midnight ends with the day before it.
      if (shown.until <= tomorrow) closingToday?.push(line());
      else if (shown.until <= dayAfter) closingTomorrow?.push(line());
      let lacking = false;
      for (const locale of locales) {
        if (
          locale === shown.content.sourceLocale ||
          localeMark(shown.content, translations, locale, mirror.phrasesOf) === "approved"
        )
          continue;
        waiting.set(locale, (waiting.get(locale) ?? 0) + 1);
        lacking = true;
      }
      untranslated += Number(lacking);
    } else if (hasExpired(posting, state) && shown.until > oldest) expired?.push(lineOf(house, user, entry, now));
  }
  const [wall, sources, reports, notes] = await Promise.all([
    wallOf(house, office),
    troubledSources(house, user, office),
    store.public.reports(REPORTS),
    store.notes.all(),
  ]);
  return {
    now,
    office: office?.id ?? null,
    open,
    closingToday: listOf(closingToday ?? [], 1),
    closingTomorrow: listOf(closingTomorrow ?? [], 1),
    expired: listOf(expired ?? [], -1),
    drafts,
    translations: {
      postings: untranslated,
      byLocale: [...waiting].flatMap(([locale, postings]) => (postings > 0 ? [{ locale, postings }] : [])),
    },
    wall,
    screens: screensOf(house, user, office),
    sources,
    reports: reports
      .filter((report) => isMine(house, user, office, report))
      .map((report) => ({
        ...report,
        title: titleOf(house, report.code),
      })),
    notes: notesOf(house, user, office, notes, now),
  };
}

/** [MO1] */
function concerns({ mirror }: Needs, user: User, office: Office | null, { posting, shown }: Entry): boolean {
  const owner = mirror.owners.get(posting.owner);
  if (!may(user, "read", posting.owner, ownersAbove(owner))) return false;
  if (office === null || posting.owner === office.id) return true;
  return shown !== null && mirror.hangs(shown, office);
}

function lineOf({ mirror }: Needs, user: User, { posting }: Entry, now: Instant): TodayPosting {
  const { published, code, revision } = posting;
  if (published === null) throw new Error(`posting ${code} was never published`);
  const { content, until } = published;
  const owner = mirror.owners.get(posting.owner);
  const to = owner === undefined ? null : renewalDay(now, validityDaysOf(owner));
  const mayRenew = may(user, "publish", posting.owner, ownersAbove(owner), content.section);
  return {
    code,
    revision,
    section: content.section,
    state: stateAt(posting, now),
    title: content.title.written.text,
    owner: { id: posting.owner, name: owner?.name ?? posting.owner },
    until,
    renewTo: mayRenew && to !== null && renewed(content, to) !== null ? to : null,
  };
}

function listOf(postings: TodayPosting[], order: 1 | -1): TodayList {
  postings.sort((a, b) => order * (a.until - b.until) || (a.code < b.code ? -1 : 1));
  return { postings: postings.slice(0, LISTED), total: postings.length };
}

async function wallOf(house: Needs, office: Office | null): Promise<TodayAnswer["wall"]> {
  if (office === null) {
    const { offices } = await overdueRemovals(house);
    const overdue = offices.reduce((sum, one) => sum + one.overdue, 0);
    return { takeDown: overdue, overdue, reprint: 0, hang: 0, walls: offices.length > 0 };
  }
  const { takeDown, reprint, hang, walls } = await wallToday(house, office, "it");
  return {
    takeDown: takeDown.length,
    overdue: takeDown.filter(({ overdue }) => overdue).length,
    reprint: reprint.length,
    hang: hang.length,
    walls: walls.length > 0,
  };
}

async function troubledSources(house: Needs, user: User, office: Office | null): Promise<number> {
  const { sources, mail } = await listSources(house, user);
  const bad = sources.filter(
    (one) =>
      (office === null || one.office === office.id) &&
      (one.last?.outcome === "refused" || one.last?.outcome === "unreachable"),
  );
  const silent = mail !== null && mail.failedAt !== null && may(user, "administerNetwork", "*");
  return bad.length + Number(silent);
}

function screensOf(house: Needs, user: User, office: Office | null): TodayAnswer["screens"] {
  const mine = listDisplays(house, user).displays.filter((line) => office === null || line.office.id === office.id);
  return {
    all: mine.length,
    troubled: mine.flatMap(({ display, office: where, health, seen }) =>
      health.state === "live"
        ? []
        : [{ id: display.id, name: display.name, office: where.name, state: health.state, since: seen?.at ?? null }],
    ),
  };
}

function isMine({ mirror }: Needs, user: User, office: Office | null, { owner, settledAt, code }: Report): boolean {
  if (settledAt !== null) return false;
  if (owner === null) return office === null && may(user, "administerNetwork", "*");
  if (!may(user, "read", owner, ownersAbove(mirror.owners.get(owner)))) return false;
  if (office === null || owner === office.id) return true;
  const shown = code === null ? null : mirror.entry(code)?.shown;
  return shown != null && mirror.hangs(shown, office);
}

function notesOf(house: Needs, user: User, office: Office | null, notes: readonly Note[], now: Instant): TodayNote[] {
  const today = romeDay(now);
  return notes
    .filter((note) => office === null || note.owner === "*" || note.owner === office.id || note.owner === office.parent)
    .filter((note) => mayNote(user, "read", note, house.mirror))
    .map((note) => ({
      ...note,
      dueSince: dueSince(note, today),
      title: titleOf(house, note.code),
      mayChange: mayNote(user, "write", note, house.mirror),
    }))
    .sort((a, b) => Number(b.dueSince !== null) - Number(a.dueSince !== null) || b.at - a.at);
}

function titleOf({ mirror }: Needs, code: string | null): string | null {
  const posting = code === null ? undefined : mirror.entry(code)?.posting;
  return (posting?.working ?? posting?.published?.content)?.title.written.text ?? null;
}
