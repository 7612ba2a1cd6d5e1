// The public search as one thing: an index of words kept by the mirror's changes, places by name, the filters. One per process.
// Called by createApp; asked by board pages and feeds.

import type { WordsOf } from "../../templates/parts/words.ts";
import type { Locale } from "../domain/locale.ts";
import type { Office } from "../domain/owner.ts";
import type { PostingQuery } from "../domain/search.ts";
import type { Instant } from "../domain/time.ts";
import type { Vocabularies } from "../vocabularies/loadVocabularies.ts";
import { createConceptsOf } from "./conceptsOf.ts";
import type { Found } from "./findPostings.ts";
import { findPostings } from "./findPostings.ts";
import type { Change, Entry, Mirror } from "./mirror.ts";
import type { Place } from "./nearPlace.ts";
import { placeNamed } from "./nearPlace.ts";
import { createWordIndex } from "./wordIndex.ts";

export interface PostingSearch {
  find(query: PostingQuery, office: Office | null, now: Instant): Found & { readonly place: Place | null };
  /** Builds the index in small steps while others are served; a query before its end finishes it. */
  prepare(): Promise<void>;
}

export interface PostingSearchNeeds {
  readonly mirror: Mirror;
  readonly vocabularies: Vocabularies;
  readonly words: WordsOf;
  readonly locales: readonly Locale[];
}

/** Postings indexed before others get their turn: about five milliseconds. */
const STEP = 25;
/** Places asked for lately, understood once. */
const PLACES = 200;

export function createPostingSearch(needs: PostingSearchNeeds): PostingSearch {
  const { mirror } = needs;
  const conceptsOf = createConceptsOf(needs);
  let index = createWordIndex({ ...needs, conceptsOf });
  let waiting: Iterator<Entry> | null = mirror.entries()[Symbol.iterator]();
  const places = new Map<string, Place>();

  function step(most: number): boolean {
    for (let done = 0; waiting !== null && done < most; done += 1) {
      const next = waiting.next();
      if (next.done) waiting = null;
      else index.put(next.value);
    }
    return waiting !== null;
  }

  mirror.onChange((change: Change) => {
    if (change.boards) {
      index = createWordIndex({ ...needs, conceptsOf });
      waiting = [...mirror.entries()][Symbol.iterator]();
      void prepare();
      return;
    }
    for (const code of change.postings) {
      const entry = mirror.entry(code);
      if (entry === undefined) index.remove(code);
      else index.put(entry);
    }
  });

  async function prepare(): Promise<void> {
    while (step(STEP)) await new Promise<void>((resolve) => setImmediate(resolve));
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
    prepare,
    find(query, office, now) {
      const place = placeOf(query.place);
      if (query.q !== "") step(Number.POSITIVE_INFINITY);
      const codes = query.q === "" ? null : index.search(query.q);
      return { ...findPostings(mirror, { query, office, codes, place }, now), place };
    },
  };
}
