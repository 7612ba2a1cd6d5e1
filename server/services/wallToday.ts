// What an office must do at its walls this morning: take down, reprint (and why), hang. And how many removals are overdue in the network.
// Called by http/walls; reads the sheets from the store and the postings from the mirror, so that it is true at this instant. [W1] [W2] [W3] [W4]

import { changedFacts } from "../../templates/page/changedFacts.ts";
import { titleOf } from "../../templates/parts/line.ts";
import { livePostings } from "../domain/board.ts";
import type { Locale } from "../domain/locale.ts";
import type { Office } from "../domain/owner.ts";
import { stateAt } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import type { Instant } from "../domain/time.ts";
import type { ListedPosting, OverdueAnswer, Reprint, Sheet, SheetEntry, TakeDown, WallToday } from "../domain/wall.ts";
import { OVERDUE_AFTER } from "../domain/wall.ts";
import type { House } from "../house.ts";
import { boardOf } from "./boardOf.ts";
import { comparePrinted } from "./comparePrinted.ts";

type Needs = Pick<House, "store" | "mirror" | "clock" | "words">;

type Standing =
  | { readonly is: "current" }
  | { readonly is: "over"; readonly at: Instant | null }
  | { readonly is: "changed"; readonly fields: readonly string[] };

export async function wallToday(house: Needs, office: Office, locale: Locale): Promise<WallToday> {
  const { mirror, store, clock } = house;
  const now = clock.now();
  const walls = (await store.paper.walls()).filter((wall) => wall.office === office.id && !wall.removed);
  const sheets = await store.paper.hangingSheets(office.id);
  const nameOf = (sheet: Sheet) => walls.find(({ id }) => id === sheet.wall)?.name ?? sheet.wall;
  const takeDown: TakeDown[] = [];
  const reprint: Reprint[] = [];
  const shown = new Set<string>();
  for (const sheet of sheets) {
    const standings = await Promise.all(
      sheet.entries.map(async (entry) => ({ entry, standing: await standingOf(house, entry, locale, now) })),
    );
    for (const { entry } of standings) shown.add(entry.code);
    if (standings.every(({ standing }) => standing.is === "over")) {
      const postings = standings.map(({ entry, standing }) => ({
        ...listed(house, entry.code, locale),
        closedAt: standing.is === "over" ? standing.at : null,
      }));
      takeDown.push({ sheet, wall: nameOf(sheet), postings, overdue: isOverdue(postings, now) });
    } else if (standings.some(({ standing }) => standing.is !== "current")) {
      const postings = standings
        .filter(({ standing }) => standing.is !== "current")
        .map(({ entry, standing }) => ({
          ...listed(house, entry.code, locale),
          fields: standing.is === "changed" ? standing.fields : [],
          over: standing.is === "over",
        }));
      reprint.push({ sheet, wall: nameOf(sheet), postings });
    }
  }
  const live = boardOf(mirror, office, now);
  const board = livePostings({ office, postings: new Map(live.map((posting) => [posting.code, posting])) }, now);
  return {
    walls: walls.map((wall) => ({ ...wall, sheets: sheets.filter((sheet) => sheet.wall === wall.id).length })),
    takeDown: takeDown.sort((a, b) => Number(b.overdue) - Number(a.overdue)),
    reprint,
    open: board.map(({ code, content }) => ({ code, section: content.section })),
    hang: board.filter(({ code }) => !shown.has(code)).map(({ code }) => listed(house, code, locale)),
  };
}

/** Every office with sheets on its walls, the ones most behind first. */
export async function overdueRemovals({
  store,
  mirror,
  clock,
}: Pick<House, "store" | "mirror" | "clock">): Promise<OverdueAnswer> {
  const now = clock.now();
  const counts = new Map<string, { sheets: number; overdue: number }>();
  for (const sheet of await store.paper.hangingSheets()) {
    const count = counts.get(sheet.office) ?? { sheets: 0, overdue: 0 };
    const ends = sheet.entries.map(({ code }) => endOf(mirror, code, now));
    const over =
      ends.every((end) => end !== null) &&
      isOverdue(
        ends.map((end) => ({ closedAt: end?.at ?? null })),
        now,
      );
    counts.set(sheet.office, { sheets: count.sheets + 1, overdue: count.overdue + Number(over) });
  }
  const offices = [...counts].map(([office, count]) => ({
    office,
    name: mirror.owners.get(office)?.name ?? office,
    ...count,
  }));
  return { offices: offices.sort((a, b) => b.overdue - a.overdue || (a.name < b.name ? -1 : 1)) };
}

/** When the last of them was over, a day has passed since. What is gone without a trace is overdue at once. */
function isOverdue(postings: readonly { readonly closedAt: Instant | null }[], now: Instant): boolean {
  return now - Math.max(0, ...postings.map(({ closedAt }) => closedAt ?? 0)) > OVERDUE_AFTER;
}

/** Null while it is open or only suspended: a suspended posting's sheet stays and its page says so. */
function endOf(mirror: House["mirror"], code: string, now: Instant): { readonly at: Instant | null } | null {
  const entry = mirror.entry(code);
  if (entry === undefined || entry.shown === null) return { at: null };
  if (stateAt(entry.posting, now) !== "closed") return null;
  return { at: entry.posting.closed?.at ?? Math.min(entry.shown.until, now) };
}

async function standingOf(
  { store, mirror, words }: Needs,
  entry: SheetEntry,
  locale: Locale,
  now: Instant,
): Promise<Standing> {
  const end = endOf(mirror, entry.code, now);
  if (end !== null) return { is: "over", at: end.at };
  const shown = mirror.entry(entry.code)?.shown as PublicPosting;
  if (entry.revision >= shown.revision) return { is: "current" };
  const printed = await comparePrinted(store, entry.code, entry.revision, shown);
  if (printed.status !== "changed") return { is: "current" };
  const before: PublicPosting = { ...shown, ...printed.before, revision: entry.revision };
  return { is: "changed", fields: [...new Set(changedFacts(before, shown, words(locale)).map(({ label }) => label))] };
}

function listed({ mirror }: Pick<House, "mirror">, code: string, locale: Locale): ListedPosting {
  const shown = mirror.entry(code)?.shown ?? null;
  if (shown === null) return { code, title: code, section: "notice" };
  return { code, title: titleOf(shown, locale).text, section: shown.content.section };
}
