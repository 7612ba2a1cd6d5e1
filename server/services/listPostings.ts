// The desk's list: search, filter, count, one line a posting. Reads the mirror. Called by http/postings.

import type { PostingSummary, PostingsAnswer } from "../domain/httpContract.ts";
import type { Locale, PerLocale } from "../domain/locale.ts";
import type { OwnerId } from "../domain/owner.ts";
import { ownersAbove } from "../domain/ownersAbove.ts";
import type { Revision, State } from "../domain/posting.ts";
import { stateAt } from "../domain/posting.ts";
import type { Section } from "../domain/section.ts";
import type { Instant } from "../domain/time.ts";
import type { LocaleMark } from "../domain/translation.ts";
import { localeMark } from "../domain/translation.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import { giveWay } from "../giveWay.ts";
import type { Entry, Mirror } from "./mirror.ts";
import { searchText, wordsOf } from "./searchText.ts";

export const PAGE_SIZE = 50;
/** Texts made before others get their turn: a millisecond or two. */
const AT_A_TIME = 100;

export interface ListQuery {
  readonly q: string;
  readonly section: Section | null;
  readonly state: State | null;
  readonly owner: string | null;
  /** Code of an event: only the roles offered at it. */
  readonly parent: string | null;
  readonly page: number;
}

export function listPostings(
  mirror: Mirror,
  user: User,
  query: ListQuery,
  locales: readonly Locale[],
  now: Instant,
): PostingsAnswer {
  const words = wordsOf(query.q);
  const mayRead = readerOf(mirror, user);
  const found = newestFirst(mirror).filter((entry) => matches(mayRead, entry, query, words, now));
  const page = Math.max(1, query.page);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return { postings: shown.map((entry) => summaryOf(mirror, entry, locales, now)), total: found.length, page };
}

const sorted = new WeakMap<Mirror, { readonly revision: Revision; readonly entries: readonly Entry[] }>();

/** Sorted once a revision: thousands are not put in order anew for every letter typed. */
function newestFirst(mirror: Mirror): readonly Entry[] {
  const known = sorted.get(mirror);
  if (known?.revision === mirror.revision) return known.entries;
  const entries = [...mirror.entries()].sort(
    (a, b) => b.posting.changedAt - a.posting.changedAt || (a.posting.code < b.posting.code ? -1 : 1),
  );
  sorted.set(mirror, { revision: mirror.revision, entries });
  void makeTexts(entries);
  return entries;
}

/** Made while the person still looks at the list: the first letter typed finds them ready. */
async function makeTexts(entries: readonly Entry[]): Promise<void> {
  for (const [at, { posting, shown }] of entries.entries()) {
    if (at % AT_A_TIME === 0) await giveWay();
    const content = posting.working ?? posting.published?.content;
    if (content !== undefined) searchText(posting.code, content, shown);
  }
}

type MayRead = (owner: OwnerId, section: Section) => boolean;

/** Asked thousands of times about a few owners. */
function readerOf(mirror: Mirror, user: User): MayRead {
  const known = new Map<string, boolean>();
  return (owner, section) => {
    const key = `${owner} ${section}`;
    let answer = known.get(key);
    if (answer === undefined) {
      answer = may(user, "read", owner, ownersAbove(mirror.owners.get(owner)), section);
      known.set(key, answer);
    }
    return answer;
  };
}

function matches(mayRead: MayRead, entry: Entry, query: ListQuery, words: readonly string[], now: Instant): boolean {
  const { posting } = entry;
  const content = posting.working ?? posting.published?.content;
  if (content === undefined) return false;
  if (query.section !== null && content.section !== query.section) return false;
  if (query.state !== null && stateAt(posting, now) !== query.state) return false;
  if (query.parent !== null && content.parent !== query.parent) return false;
  if (query.owner !== null && posting.owner !== query.owner) return false;
  if (!mayRead(posting.owner, content.section)) return false;
  if (words.length === 0) return true;
  const text = searchText(posting.code, content, entry.shown);
  return words.every((word) => text.includes(word));
}

export function summaryOf(mirror: Mirror, entry: Entry, locales: readonly Locale[], now: Instant): PostingSummary {
  const { posting, translations } = entry;
  const content = posting.working ?? posting.published?.content;
  if (content === undefined) throw new Error(`posting ${posting.code} has no content`);
  const marks: Record<Locale, LocaleMark> = {};
  for (const locale of locales) marks[locale] = localeMark(content, translations, locale, mirror.phrasesOf);
  const place = content.places[0];
  return {
    code: posting.code,
    revision: posting.revision,
    section: content.section,
    state: stateAt(posting, now),
    title: content.title.written.text,
    owner: { id: posting.owner, name: mirror.owners.get(posting.owner)?.name ?? posting.owner },
    where: place?.municipality ?? place?.area?.text ?? place?.region ?? null,
    until: posting.published?.until ?? null,
    changedAt: posting.changedAt,
    edited: posting.working !== null && posting.published !== null,
    demonstration: posting.demonstration,
    marks: marks satisfies PerLocale<LocaleMark>,
  };
}
