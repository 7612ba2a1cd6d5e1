// The public board as a page: of all offices or of one, with its search. Called by http/pages.

import { renderBoardPage } from "../../templates/page/BoardPage.tsx";
import type { PostingQuery } from "../domain/search.ts";
import { writePostingQuery } from "../domain/search.ts";
import { addDays, romeDay, romeInstant } from "../domain/time.ts";
import type { House } from "../house.ts";
import type { MadePage } from "./madePage.ts";
import { pageBytes } from "./pageBytes.ts";
import type { Asked } from "./pageKey.ts";
import type { Templates } from "./templates.ts";

/** Searches by words are without number; only the plain lists are kept. */
export async function boardPage(
  house: House,
  templates: Templates,
  asked: Asked & { kind: "board" },
): Promise<MadePage | null> {
  const now = house.clock.now();
  const office = asked.office === null ? null : house.mirror.office(asked.office);
  if (asked.office !== null && office === null) return null;
  // Just after a start the first readers wait for the index; nobody else waits with them.
  if (asked.query.q !== "") await house.search.prepare();
  const found = house.search.find(asked.query, office, now);
  const html = renderBoardPage({
    ...templates.frame(asked.locale),
    office,
    offices: office === null ? house.mirror.offices().sort((a, b) => a.name.localeCompare(b.name, "it")) : [],
    now,
    query: asked.query,
    ...found,
  });
  // Words and places are without number; what else there is to choose is not.
  const plain = asked.query.q === "" && asked.query.place === "" && isOfFew(asked.query);
  const midnight = romeInstant(addDays(romeDay(now), 1));
  const ends = Math.min(midnight, ...found.postings.map((posting) => posting.until));
  const extra: Record<string, string> = asked.chosen ? { Vary: "Accept-Encoding, Accept-Language" } : {};
  return { page: pageBytes(html, 200, extra), code: null, until: plain ? ends : null };
}

/** One filter at a time: several together are more than can be kept. */
function isOfFew(query: PostingQuery): boolean {
  return new URLSearchParams(writePostingQuery({ ...query, page: 1 })).size <= 1;
}
