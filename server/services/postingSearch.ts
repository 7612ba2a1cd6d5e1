// The public search as one thing: an index of words kept by the mirror's changes, places by name, the filters. One per process.
// Called by createApp; asked by board pages and feeds.

import type { WordsOf } from "../../templates/parts/words.ts";
import type { Code } from "../domain/code.ts";
import type { Locale } from "../domain/locale.ts";
import type { Office } from "../domain/owner.ts";
import type { PostingQuery } from "../domain/search.ts";
import type { Instant } from "../domain/time.ts";
import { giveWay } from "../giveWay.ts";
import type { Vocabularies } from "../vocabularies/loadVocabularies.ts";
import { createConceptsOf } from "./conceptsOf.ts";
import type { Found } from "./findPostings.ts";
import { findPostings } from "./findPostings.ts";
import type { Change, Mirror } from "./mirror.ts";
import type { Place } from "./nearPlace.ts";
import { placeNamed } from "./nearPlace.ts";
import { createWordIndex } from "./wordIndex.ts";

export interface PostingSearch {
  find(query: PostingQuery, office: Office | null, now: Instant): Found & { readonly place: Place | null };
  /** Resolves once the first index is whole; it is built in small steps while others are served. A query that does not wait finishes it. */
  prepare(): Promise<void>;
}

export interface PostingSearchNeeds {
  readonly mirror: Mirror;
  readonly vocabularies: Vocabularies;
  readonly words: WordsOf;
  readonly locales: readonly Locale[];
}

/** Postings indexed before others get their turn: a millisecond, for other work is done in steps meanwhile. */
const STEP = 5;
/** Places asked for lately, understood once. */
const PLACES = 200;

export function createPostingSearch(needs: PostingSearchNeeds): PostingSearch {
  const { mirror } = needs;
  const conceptsOf = createConceptsOf(needs);
  const index = createWordIndex({ ...needs, conceptsOf });
  /** Postings to be read anew; as the mirror has them when their turn comes. */
  const waiting = new Set<Code>();
  let isBegun = false;
  let isWhole = false;
  let working: Promise<void> | null = null;
  const places = new Map<string, Place>();

  function step(most: number): void {
    if (!isBegun) for (const { posting } of mirror.entries()) waiting.add(posting.code);
    isBegun = true;
    let left = most;
    for (const code of waiting) {
      if (left === 0) return;
      left -= 1;
      waiting.delete(code);
      const entry = mirror.entry(code);
      if (entry === undefined) index.remove(code);
      else index.put(entry);
    }
    isWhole = true;
  }

  mirror.onChange((change: Change) => {
    const codes = change.boards ? Array.from(mirror.entries(), ({ posting }) => posting.code) : change.postings;
    for (const code of codes) waiting.add(code);
    // Many at once (an import) are read in steps; until then a search finds them by their words of before.
    if (isWhole && waiting.size <= STEP) step(STEP);
    else void work();
  });

  async function inSteps(): Promise<void> {
    await needs.vocabularies.prepareMatching();
    while (!isWhole || waiting.size > 0) {
      step(STEP);
      await giveWay();
    }
  }

  function work(): Promise<void> {
    working ??= inSteps().finally(() => {
      working = null;
    });
    return working;
  }

  function placeOf(name: string): Place | null {
    if (name === "") return null;
    const known = places.get(name);
    if (known !== undefined) return known;
    if (places.size >= PLACES) places.clear();
    const place = placeNamed(name, needs.vocabularies);
    places.set(name, place);
    return place;
  }

  return {
    prepare: () => (isWhole ? Promise.resolve() : work()),
    find(query, office, now) {
      const place = placeOf(query.place);
      if (query.q !== "" && !isWhole) step(Number.POSITIVE_INFINITY);
      const codes = query.q === "" ? null : index.search(query.q);
      return { ...findPostings(mirror, { query, office, codes, place }, now), place };
    },
  };
}
