// The page behind a code. 200 open or suspended, 410 closed (readable, with similar ones), 404 unknown or not yet public. Called by http/pages.

import { renderClosedPage } from "../../templates/page/ClosedPage.tsx";
import { changedFacts } from "../../templates/page/changedFacts.ts";
import { renderNotFoundPage } from "../../templates/page/NotFoundPage.tsx";
import { renderPostingPage } from "../../templates/page/PostingPage.tsx";
import type { Printed } from "../../templates/page/PrintedNote.tsx";
import { pagePath } from "../domain/address.ts";
import { stateAt } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import { listenPath } from "../domain/speech.ts";
import type { Instant } from "../domain/time.ts";
import { addDays, romeDay, romeInstant, startOf } from "../domain/time.ts";
import type { House } from "../house.ts";
import { approvedLocales } from "../services/approvedLocales.ts";
import { comparePrinted } from "../services/comparePrinted.ts";
import type { Entry } from "../services/mirror.ts";
import { similarTo } from "../services/similarTo.ts";
import type { MadePage } from "./madePage.ts";
import { pageBytes } from "./pageBytes.ts";
import type { Asked } from "./pageKey.ts";
import type { Templates } from "./templates.ts";

type AskedPosting = Asked & { kind: "posting" };

/** A closed page names similar open ones; they may be this old. */
const SIMILAR_KEPT = 60_000;

export async function postingPage(house: House, templates: Templates, asked: AskedPosting): Promise<MadePage> {
  const now = house.clock.now();
  const entry = asked.code === null ? undefined : house.mirror.entry(asked.code);
  const state = entry === undefined ? "draft" : stateAt(entry.posting, now);
  const extra: Record<string, string> = asked.chosen ? { Vary: "Accept-Encoding, Accept-Language" } : {};
  if (asked.revision !== null) extra["Cache-Control"] = AT_ONCE;
  if (entry === undefined || entry.shown === null || state === "draft" || state === "scheduled") {
    const pathIn = (locale: string) => `/o/${encodeURIComponent(asked.written)}/${locale}`;
    const html = renderNotFoundPage({ ...templates.frame(asked.locale), code: asked.written, pathIn });
    // Not kept: codes that do not exist are without number.
    return { page: pageBytes(html, 404, extra), code: null, until: null };
  }
  const posting: PublicPosting = { ...entry.shown, state };
  const owner = house.mirror.owners.get(posting.owner.id) ?? null;
  const frame = templates.frame(asked.locale, owner?.kind === "office" ? owner : null);
  const common = { ...frame, posting, now, revision: asked.revision, place: null, contact: owner };
  if (state === "closed") {
    const similar = similarTo(house.mirror, posting, now);
    const html = renderClosedPage({ ...common, similar, fromSheet: asked.revision !== null });
    return { page: pageBytes(html, 410, extra), code: posting.code, until: now + SIMILAR_KEPT };
  }
  const html = renderPostingPage({
    ...common,
    printed: await printedNote(house, entry, posting, asked),
    posterHref: `/posters/${posting.code}.pdf?lang=${asked.locale}`,
    listenHref: house.speaker === null ? null : listenPath(posting.code, asked.locale),
    icsHref: `${pagePath(posting.code)}.ics`,
    approved: approvedLocales(entry, house.locales, house.mirror.phrasesOf),
  });
  const { opens } = posting.content.window;
  if (opens !== null && startOf(opens) > now) extra["Cache-Control"] = AT_ONCE;
  return { page: pageBytes(html, 200, extra), code: posting.code, until: wordsChange(posting, now) };
}

async function printedNote(
  house: House,
  entry: Entry,
  posting: PublicPosting,
  asked: AskedPosting,
): Promise<Printed | null> {
  const { revision } = asked;
  if (revision === null) return null;
  // The sheet is of the version shown now: no look-up, so this answers with the database stopped too.
  if (revision >= (entry.posting.published?.revision ?? 0) && revision <= posting.revision)
    return { status: "current" };
  // With the database stopped the page itself is still right; of the sheet nothing can be said, so nothing is.
  const printed = await comparePrinted(house.store, posting.code, revision, posting).catch((error: unknown) => {
    house.log.warn({ err: error, code: posting.code }, "a printed revision could not be looked up");
    return null;
  });
  if (printed === null) return null;
  if (printed.status === "unknown") return null;
  if (printed.status === "current") return printed;
  const before: PublicPosting = { ...posting, ...printed.before, revision };
  return {
    status: "changed",
    since: posting.publishedAt,
    changes: changedFacts(before, posting, house.words(asked.locale)),
  };
}

/**
 * Asked for anew each second by whatever stands between: a page that opens at an hour opens for all at once, and a printed code, whose address has its
 * revision, is counted at nearly every scan. [CN3]
 */
const AT_ONCE = "public, max-age=0, s-maxage=1, stale-if-error=300";

/** "Closes today" changes at Rome's midnight; everything ends with the posting. */
function wordsChange(posting: PublicPosting, now: Instant): Instant {
  const { opens } = posting.content.window;
  const opening = opens !== null && startOf(opens) > now ? startOf(opens) : Number.POSITIVE_INFINITY;
  return Math.min(romeInstant(addDays(romeDay(now), 1)), posting.until, opening);
}
