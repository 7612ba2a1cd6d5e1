// Counts scans of codes that hang at a known place, by day, posting and language: from the address alone, no cookie, no visitor's address,
// no time of day. Kept for a few seconds and written down together. Made by app.ts, which hands it every public address asked for.

import { readCode } from "../domain/code.ts";
import { romeDay } from "../domain/time.ts";
import type { House } from "../house.ts";
import type { Count } from "../store/store.ts";

export interface ScanCounter {
  /** @param url path of a GET request */
  note(url: string): void;
  flush(): Promise<void>;
}

const SCAN = /^\/o\/([\w-]{6,12})\/([a-z]{1,3})\/[\w-]{1,12}\/([a-z0-9]{2,12})\/?(?:\?|$)/i;
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
      if (!url.startsWith("/o/") && !url.startsWith("/O/")) return;
      const [, written = "", lang = "", at = ""] = SCAN.exec(url) ?? [];
      const [code, place, locale] = [readCode(written), at.toLowerCase(), lang.toLowerCase()];
      // An invented place or code is nobody's count, and would fill the disk.
      if (code === null || mirror.entry(code) === undefined || !roll.displays().has(place)) return;
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
        await store.displays.addCounts([...mine.values()]);
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
