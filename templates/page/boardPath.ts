// The address of a public board with its search. Called by BoardPage and whoever links to a board.
import type { Locale } from "../../server/domain/locale.ts";
import type { OwnerId } from "../../server/domain/owner.ts";
import type { Section } from "../../server/domain/section.ts";

export interface BoardQuery {
  /** Words looked for; empty: none. */
  readonly q: string;
  /** A municipality; empty: everywhere. */
  readonly place: string;
  readonly section: Section | null;
  /** From 1. */
  readonly page: number;
}

/** `office` null: the board of all. */
export function boardPath(locale: Locale, office: OwnerId | null, query?: BoardQuery): string {
  const path = office === null ? `/${locale}/` : `/${locale}/${office}`;
  const wanted = new URLSearchParams();
  if (query?.q) wanted.set("q", query.q);
  if (query?.section) wanted.set("section", query.section);
  if (query?.place) wanted.set("place", query.place);
  if (query && query.page > 1) wanted.set("page", String(query.page));
  return wanted.size === 0 ? path : `${path}?${wanted}`;
}
