// Finished pages by path, so that a hit costs a look-up before Express runs. Called by http/pages and app.ts.
// [G1] A change of a posting forgets its pages at once; a change of any board forgets all lists. [G2] A page whose words depend on the day
// is kept until they change. [G3] Bounded by weight: the page made longest ago goes first; unknown query parameters never make an entry.
// [G4] An address met before finds its page without being understood anew; it is forgotten with the page.
// [G5] What was made while something changed is shown once and not kept (http/pages).

import type { Code } from "../domain/code.ts";
import type { Instant } from "../domain/time.ts";
import type { Change } from "../services/mirror.ts";
import type { PageBytes } from "./pageBytes.ts";

interface Kept {
  /** Null once forgotten: addresses may still lead here. */
  page: PageBytes | null;
  readonly code: Code | null;
  readonly until: Instant;
}

export interface PageCache {
  find(key: string, now: Instant): PageBytes | undefined;
  /** As `find`, by an address remembered before. */
  findAt(address: string, now: Instant): PageBytes | undefined;
  /** From now on this address, as written, leads to the page of this key. */
  remember(address: string, key: string): void;
  /** `code` null: a list, forgotten at every change. `until`: when its words may change by time alone. */
  keep(key: string, page: PageBytes, code: Code | null, until: Instant): void;
  forget(change: Change): void;
  readonly size: number;
}

/** Bytes of memory: some six thousand pages. */
const ROOM = 96_000_000;
/** Spellings of addresses. */
const MOST_ADDRESSES = 20_000;

export function createPageCache(room = ROOM): PageCache {
  let weight = 0;
  const pages = new Map<string, Kept>();
  const keysOf = new Map<Code, Set<string>>();
  const lists = new Set<string>();
  const addresses = new Map<string, Kept>();

  function drop(key: string): void {
    const kept = pages.get(key);
    if (kept !== undefined) {
      weight -= kept.page?.weight ?? 0;
      kept.page = null;
    }
    pages.delete(key);
    lists.delete(key);
    if (kept?.code) keysOf.get(kept.code)?.delete(key);
  }

  return {
    find(key, now) {
      const kept = pages.get(key);
      if (kept === undefined) return undefined;
      if (now < kept.until) return kept.page ?? undefined;
      drop(key);
      return undefined;
    },
    findAt(address, now) {
      const kept = addresses.get(address);
      if (kept === undefined) return undefined;
      if (kept.page !== null && now < kept.until) return kept.page;
      addresses.delete(address);
      return undefined;
    },
    remember(address, key) {
      const kept = pages.get(key);
      if (kept === undefined) return;
      // One page has many spellings: when somebody has tried too many, the book begins anew.
      if (addresses.size >= MOST_ADDRESSES) addresses.clear();
      addresses.set(address, kept);
    },
    keep(key, page, code, until) {
      drop(key);
      for (const oldest of pages.keys()) {
        if (weight + page.weight <= room) break;
        drop(oldest);
      }
      weight += page.weight;
      pages.set(key, { page, code, until });
      if (code === null) lists.add(key);
      else keysOf.set(code, (keysOf.get(code) ?? new Set()).add(key));
    },
    forget(change) {
      if (change.boards || change.offices.length > 0) {
        for (const kept of pages.values()) kept.page = null;
        weight = 0;
        pages.clear();
        addresses.clear();
        keysOf.clear();
        lists.clear();
        return;
      }
      for (const key of [...lists]) drop(key);
      for (const code of change.postings) {
        for (const key of [...(keysOf.get(code) ?? [])]) drop(key);
        keysOf.delete(code);
      }
    },
    get size() {
      return pages.size;
    },
  };
}
