// Reckons the office's numbers from the mirror and the counts of displays. Called by http/numbers. [NU1]
import type { DeskNumbers, NumbersRow, WeekCount } from "../domain/numbers.ts";
import type { Office, OwnerId } from "../domain/owner.ts";
import { ownersAbove } from "../domain/ownersAbove.ts";
import type { Posting } from "../domain/posting.ts";
import { stateAt } from "../domain/posting.ts";
import { SECTIONS } from "../domain/section.ts";
import type { Day, Instant } from "../domain/time.ts";
import { addDays, romeDay, romeInstant, weekdayOf } from "../domain/time.ts";
import { localeMark } from "../domain/translation.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import { CLOSED_REASONS, SECTORS } from "../domain/vocabulary.ts";
import type { House } from "../house.ts";
import type { Count } from "../store/store.ts";
import { PAPER } from "./countScans.ts";
import { atLeastFive } from "./countShown.ts";
import type { Entry } from "./mirror.ts";
import { areaOf } from "./weekReport.ts";

type Needs = Pick<House, "mirror" | "clock" | "store" | "roll" | "locales">;

const DAY = 86_400_000;
const TOP = 10;

interface Item {
  readonly entry: Entry;
  readonly begun: Instant;
  /** When it was over, or null while it is not. */
  readonly ended: Instant | null;
}

export async function deskNumbers(
  house: Needs,
  user: User,
  { from, to, office }: { readonly from: Day; readonly to: Day; readonly office: Office | null },
): Promise<DeskNumbers> {
  const { mirror, locales } = house;
  const now = house.clock.now();
  const [start, end] = [romeInstant(from), Math.min(romeInstant(addDays(to, 1)), now)];
  const items = itemsOf(house, user, office, now);
  const codes = new Map(items.map((item) => [item.entry.posting.code, item]));
  const places = await placesOf(house);
  const counts = (await house.store.displays.counts(from, to)).flatMap((count): PlacedCount[] => {
    const item = codes.get(count.code);
    if (item === undefined) return [];
    // Paper that names no wall is its posting's owner's; a display that is no more was some office's.
    const unplaced = count.place === PAPER;
    const place = places.get(count.place) ?? { office: unplaced ? item.entry.posting.owner : null, paper: unplaced };
    return office === null || place.office === office.id ? [{ ...count, paper: place.paper }] : [];
  });
  const began = ({ begun }: Item) => start <= begun && begun < end;
  const ended = ({ ended: at }: Item) => at !== null && start <= at && at < end;
  const isOpen = ({ begun, ended: at, entry }: Item) =>
    begun < end && (at === null || at >= end) && stateAt(entry.posting, now) !== "suspended";
  const row = (key: string, of: (item: Item) => boolean): NumbersRow => {
    const mine = items.filter(of);
    const gone = mine.filter(ended);
    const ours = counts.filter(({ code }) => of(codes.get(code) as Item));
    const published = mine.filter(began);
    return {
      key,
      published: published.length,
      closed: gone.length,
      open: mine.filter(isOpen).length,
      positions: published.reduce((sum, item) => sum + (contentOf(item).positions ?? 0), 0),
      days: medianDays(gone),
      ...told(ours),
    };
  };
  const some = ({ published, closed, open }: NumbersRow) => published + closed + open > 0;
  const area = ({ entry }: Item) => (entry.shown === null ? "" : areaOf(mirror, entry.shown));
  const open = items.filter(isOpen);
  return {
    from,
    to,
    total: row("total", () => true),
    sections: SECTIONS.map((key) => row(key, (item) => contentOf(item).section === key)).filter(some),
    sectors: SECTORS.map((key) => row(key, (item) => contentOf(item).job?.sector === key)).filter(some),
    areas: [...new Set(items.map(area))]
      .sort()
      .map((key) => row(key, (item) => area(item) === key))
      .filter(some),
    languages: locales.map((locale) => ({
      locale,
      approved: open.filter(
        (item) => localeMark(contentOf(item), item.entry.translations, locale, mirror.phrasesOf) === "approved",
      ).length,
      ...told(counts.filter((count) => count.locale === locale)),
    })),
    weeks: weeksOf(from, romeDay(end - 1), items),
    reasons: CLOSED_REASONS.map((reason) => ({
      reason,
      closed: items.filter((item) => ended(item) && (item.entry.posting.closed?.reason ?? "expired") === reason).length,
    })).filter(({ closed }) => closed > 0),
    top: topOf(counts, codes),
  };
}

const readOf = ({ scanned, paper }: Pick<NumbersRow, "scanned" | "paper">) => (scanned ?? 0) + (paper ?? 0);

/** Everything that ever was public and that one may read; of an office: its own and what hangs there. */
function itemsOf({ mirror }: Needs, user: User, office: Office | null, now: Instant): Item[] {
  const items: Item[] = [];
  for (const entry of mirror.entries()) {
    const { posting, shown } = entry;
    if (posting.published === null || shown === null) continue;
    if (!may(user, "read", posting.owner, ownersAbove(mirror.owners.get(posting.owner)))) continue;
    if (office !== null && posting.owner !== office.id && !mirror.hangs(shown, office)) continue;
    const { firstPublishedAt, from } = posting.published;
    items.push({ entry, begun: Math.max(firstPublishedAt, from), ended: endedAt(posting, now) });
  }
  return items;
}

function endedAt(posting: Posting, now: Instant): Instant | null {
  if (posting.published === null || stateAt(posting, now) !== "closed") return null;
  return Math.min(posting.closed?.at ?? posting.published.until, posting.published.until);
}

function contentOf({ entry }: Item) {
  if (entry.shown === null) throw new Error("an item was never public");
  return entry.shown.content;
}

function medianDays(gone: readonly Item[]): number | null {
  const days = gone.map(({ begun, ended }) => Math.max(0, ((ended ?? begun) - begun) / DAY)).sort((a, b) => a - b);
  if (days.length === 0) return null;
  const half = Math.floor(days.length / 2);
  const middle = days.length % 2 === 1 ? days[half] : ((days[half - 1] ?? 0) + (days[half] ?? 0)) / 2;
  return Math.round(middle ?? 0);
}

interface PlacedCount extends Count {
  /** On a wall or in somebody's hand, not on a display. */
  readonly paper: boolean;
}

interface Place {
  readonly office: OwnerId;
  readonly paper: boolean;
}

async function placesOf({ store, roll }: Needs): Promise<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>();
  for (const [id, { office }] of roll.displays()) places.set(id, { office, paper: false });
  for (const { id, office } of await store.paper.walls()) places.set(id, { office, paper: true });
  return places;
}

/** [NU1] */
function told(counts: readonly PlacedCount[]): Pick<NumbersRow, "shown" | "scanned" | "paper"> {
  const sum = (of: (count: PlacedCount) => boolean) =>
    atLeastFive(counts.reduce((all, count) => all + (of(count) ? count.times : 0), 0));
  return {
    shown: sum(({ kind }) => kind === "shown"),
    scanned: sum(({ kind, paper }) => kind === "scanned" && !paper),
    paper: sum(({ kind, paper }) => kind === "scanned" && paper),
  };
}

function weeksOf(from: Day, to: Day, items: readonly Item[]): WeekCount[] {
  const weeks: WeekCount[] = [];
  for (let monday = addDays(from, -weekdayOf(from)); monday <= to; monday = addDays(monday, 7)) {
    const [start, end] = [romeInstant(monday), romeInstant(addDays(monday, 7))];
    const within = (at: Instant | null) => at !== null && start <= at && at < end;
    weeks.push({
      from: monday,
      published: items.filter(({ begun }) => within(begun)).length,
      closed: items.filter(({ ended }) => within(ended)).length,
    });
  }
  return weeks;
}

function topOf(counts: readonly PlacedCount[], codes: ReadonlyMap<string, Item>): DeskNumbers["top"] {
  const byCode = new Map<string, PlacedCount[]>();
  for (const count of counts) byCode.set(count.code, [...(byCode.get(count.code) ?? []), count]);
  return [...byCode]
    .map(([code, mine]) => {
      const { title, section } = contentOf(codes.get(code) as Item);
      return { code, title: title.written.text, section, ...told(mine) };
    })
    .filter(({ shown, scanned, paper }) => shown !== null || scanned !== null || paper !== null)
    .sort((a, b) => readOf(b) - readOf(a) || (b.shown ?? 0) - (a.shown ?? 0))
    .slice(0, TOP);
}
