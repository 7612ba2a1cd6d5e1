// Counts scans of codes by day, posting, language and the place they hang at: a display, a wall, or paper that names none (PAPER).
// From the address alone: no cookie, no visitor's address, no time of day. Kept for a few seconds and written down together.
// [CN3] Codes are printed in upper case and the pages' own links are not: going on from a page to its other languages is no scan.
// Made by app.ts, which hands it every public address asked for.

import { readCode } from "../domain/code.ts";
import { romeDay } from "../domain/time.ts";
import type { House } from "../house.ts";
import type { Count } from "../store/store.ts";

export interface ScanCounter {
  /** @param url path of a GET request */
  note(url: string): void;
  flush(): Promise<void>;
}

/** The place of posters, slips and leaflets printed for no wall in particular. */
export const PAPER = "";

const SCAN = /^\/o\/([\w-]{6,12})\/([a-z]{1,3})\/[\w-]{1,12}(?:\/([a-z0-9]{2,12}))?\/?(?:\?|$)/i;
const PRINTED = "/O/";
/** More different codes than this between two flushes are somebody's program, not people. */
const MOST = 5_000;

export function createScanCounter({
  mirror,
  clock,
  store,
  roll,
}: Pick<House, "mirror" | "clock" | "store" | "roll">): ScanCounter {
  let counts = new Map<string, Count>();
  return {
    note(url) {
      if (!url.startsWith("/o/") && !url.startsWith(PRINTED)) return;
      const [, written = "", lang = "", at = ""] = SCAN.exec(url) ?? [];
      const [code, locale] = [readCode(written), lang.toLowerCase()];
      // An invented code is nobody's count, and would fill the disk; so would an invented place, which is looked up before it is written.
      if (code === null || mirror.entry(code) === undefined) return;
      if (at === "" && !url.startsWith(PRINTED)) return;
      const display = at.toLowerCase();
      const place = roll.displays().has(display) ? display : at.toUpperCase();
      const key = `${place}|${code}|${locale}`;
      const before = counts.get(key);
      if (before === undefined && counts.size >= MOST) return;
      counts.set(key, {
        day: romeDay(clock.now()),
        kind: "scanned",
        place,
        code,
        locale,
        times: (before?.times ?? 0) + 1,
      });
    },
    async flush() {
      if (counts.size === 0) return;
      const mine = counts;
      counts = new Map();
      try {
        const walls = new Set((await store.paper.walls()).map(({ id }) => id));
        const known = ({ place }: Count) => place === PAPER || roll.displays().has(place) || walls.has(place);
        const told = [...mine.values()].filter(known);
        if (told.length > 0) await store.displays.addCounts(told);
      } catch (error) {
        for (const [key, count] of mine) {
          const since = counts.get(key);
          counts.set(key, since === undefined ? count : { ...since, times: since.times + count.times });
        }
        throw error;
      }
    },
  };
}
