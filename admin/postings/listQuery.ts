// What the list shows, as its address says it: shareable, and the same after going back. Called by PostingList.
import type { PostingQuery } from "../api.ts";

export const NO_FILTER: PostingQuery = { q: "", section: "", state: "", owner: "", page: 1 };

export function readQuery(search: string): PostingQuery {
  const query = new URLSearchParams(search);
  const text = (name: string) => query.get(name) ?? "";
  const page = Number(query.get("page"));
  return {
    q: text("q"),
    section: text("section"),
    state: text("state"),
    owner: text("owner"),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

export function writeQuery(query: PostingQuery): string {
  const said = Object.entries({ ...query, page: query.page > 1 ? String(query.page) : "" }).filter(
    ([, value]) => value !== "",
  );
  return said.length === 0 ? "/admin/postings" : `/admin/postings?${new URLSearchParams(said)}`;
}
