// A list of postings somebody chose at a display, behind its one code: each as it stands now, those that are over named as such. Called by http/pages.
import { renderListPage } from "../../templates/page/ListPage.tsx";
import { isLive } from "../domain/posting.ts";
import type { House } from "../house.ts";
import type { MadePage } from "./madePage.ts";
import { pageBytes } from "./pageBytes.ts";
import type { AskedList } from "./pageKey.ts";
import type { Templates } from "./templates.ts";

/** Null where none of its codes was ever public. */
export function listPage(house: House, templates: Templates, asked: AskedList): MadePage | null {
  const now = house.clock.now();
  const known = asked.codes.flatMap((code) => {
    const entry = house.mirror.entry(code);
    if (entry?.shown == null || entry.posting.published === null) return [];
    return [
      {
        posting: entry.shown,
        live: isLive(entry.posting, now),
        over: now >= entry.shown.until || entry.shown.state === "closed",
      },
    ];
  });
  const open = known.filter(({ live }) => live).map(({ posting }) => posting);
  const over = known.filter((one) => !one.live && one.over).map(({ posting }) => posting);
  if (open.length + over.length === 0) return null;
  const codes = [...open, ...over].map(({ code }) => code);
  const html = renderListPage({ ...templates.frame(asked.locale), codes, open, over, now });
  const extra: Record<string, string> = asked.chosen ? { Vary: "Accept-Encoding, Accept-Language" } : {};
  // Lists are without number: made anew each time.
  return { page: pageBytes(html, 200, extra), code: null, until: null };
}
