// The address of a public board with its search. Called by BoardPage and whoever links to a board.
import type { Locale } from "../../server/domain/locale.ts";
import type { OwnerId } from "../../server/domain/owner.ts";
import type { PostingQuery } from "../../server/domain/search.ts";
import { writePostingQuery } from "../../server/domain/search.ts";

/** `office` null: the board of all. */
export function boardPath(locale: Locale, office: OwnerId | null, query?: PostingQuery): string {
  const path = office === null ? `/${locale}/` : `/${locale}/${office}`;
  const wanted = query === undefined ? "" : writePostingQuery(query);
  return wanted === "" ? path : `${path}?${wanted}`;
}
