// The public board's search: live postings of one office or of all, by words in any language, section and place. Called by http/boardPages.
import type { Office } from "../domain/owner.ts";
import { isLive } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import type { Section } from "../domain/section.ts";
import { SECTIONS } from "../domain/section.ts";
import type { Instant } from "../domain/time.ts";
import type { Mirror } from "./mirror.ts";
import { foldWords, searchText, wordsOf } from "./searchText.ts";

export const FOUND_PAGE = 40;

export interface Found {
  readonly sections: readonly { readonly section: Section; readonly count: number }[];
  readonly postings: readonly PublicPosting[];
  readonly total: number;
  readonly pages: number;
}

export interface FindQuery {
  readonly q: string;
  readonly place: string;
  readonly section: Section | null;
  readonly page: number;
}

/** Newest first; `office` null: everything that is public anywhere. */
export function findPostings(mirror: Mirror, office: Office | null, query: FindQuery, now: Instant): Found {
  const words = wordsOf(query.q);
  const place = foldWords(query.place.trim());
  const found: PublicPosting[] = [];
  const counts = new Map<Section, number>();
  for (const { posting, shown } of mirror.entries()) {
    if (shown === null || !isLive(posting, now)) continue;
    if (office !== null && !mirror.hangs(shown, office)) continue;
    if (!matches(shown, words, place)) continue;
    const { section } = shown.content;
    counts.set(section, (counts.get(section) ?? 0) + 1);
    if (query.section === null || query.section === section) found.push(shown);
  }
  found.sort((a, b) => b.publishedAt - a.publishedAt || (a.code < b.code ? -1 : 1));
  const pages = Math.max(1, Math.ceil(found.length / FOUND_PAGE));
  const page = Math.min(Math.max(1, query.page), pages);
  return {
    sections: SECTIONS.flatMap((section) =>
      counts.has(section) ? [{ section, count: counts.get(section) as number }] : [],
    ),
    postings: found.slice((page - 1) * FOUND_PAGE, page * FOUND_PAGE),
    total: found.length,
    pages,
  };
}

function matches(shown: PublicPosting, words: readonly string[], place: string): boolean {
  const text = searchText(shown.code, shown.content, shown);
  if (!words.every((word) => text.includes(word))) return false;
  if (place === "") return true;
  return shown.content.places.some((one) =>
    [one.municipality, one.area?.text].some((name) => name && foldWords(name).includes(place)),
  );
}

/** Up to three live postings like a closed one: same occupation, else same section and province, else same section. */
export function similarTo(mirror: Mirror, closed: PublicPosting, now: Instant): PublicPosting[] {
  const occupation = closed.content.title.occupation?.ref;
  const province = closed.content.places[0]?.province;
  const likeness = (other: PublicPosting) =>
    Number(occupation !== undefined && other.content.title.occupation?.ref === occupation) * 4 +
    Number(other.content.section === closed.content.section) * 2 +
    Number(province !== undefined && province !== null && other.content.places[0]?.province === province);
  const live: PublicPosting[] = [];
  for (const { posting, shown } of mirror.entries())
    if (shown !== null && isLive(posting, now) && likeness(shown) >= 2) live.push(shown);
  return live.sort((a, b) => likeness(b) - likeness(a) || b.publishedAt - a.publishedAt).slice(0, 3);
}
