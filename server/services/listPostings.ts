// The desk's list: search, filter, count, one line a posting. Reads the mirror. Called by http/postings.

import type { PostingSummary, PostingsAnswer } from "../domain/httpContract.ts";
import type { Locale, PerLocale } from "../domain/locale.ts";
import { ownersAbove } from "../domain/ownersAbove.ts";
import type { State } from "../domain/posting.ts";
import { stateAt } from "../domain/posting.ts";
import type { Section } from "../domain/section.ts";
import type { Instant } from "../domain/time.ts";
import type { LocaleMark } from "../domain/translation.ts";
import { localeMark } from "../domain/translation.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { Entry, Mirror } from "./mirror.ts";
import { searchText, wordsOf } from "./searchText.ts";

export const PAGE_SIZE = 50;

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
  const found: Entry[] = [];
  for (const entry of mirror.entries()) if (matches(mirror, user, entry, query, words, now)) found.push(entry);
  found.sort((a, b) => b.posting.changedAt - a.posting.changedAt || (a.posting.code < b.posting.code ? -1 : 1));
  const page = Math.max(1, query.page);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return { postings: shown.map((entry) => summaryOf(mirror, entry, locales, now)), total: found.length, page };
}

function matches(
  mirror: Mirror,
  user: User,
  entry: Entry,
  query: ListQuery,
  words: readonly string[],
  now: Instant,
): boolean {
  const { posting } = entry;
  const content = posting.working ?? posting.published?.content;
  if (content === undefined) return false;
  if (query.section !== null && content.section !== query.section) return false;
  if (query.state !== null && stateAt(posting, now) !== query.state) return false;
  if (query.parent !== null && content.parent !== query.parent) return false;
  if (query.owner !== null && posting.owner !== query.owner) return false;
  const owner = mirror.owners.get(posting.owner);
  const within = ownersAbove(owner);
  if (!may(user, "read", posting.owner, within, content.section)) return false;
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
