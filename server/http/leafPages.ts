// The pages beside boards and postings: the site's own, an article of law in plain words, an office. Called by http/pages.
import { h } from "preact";
import { renderChannelsPage } from "../../templates/page/ChannelsPage.tsx";
import { renderInfoPage } from "../../templates/page/InfoPage.tsx";
import { renderLawPage } from "../../templates/page/LawPage.tsx";
import { renderOfficePage } from "../../templates/page/OfficePage.tsx";
import { ReportForm, ReportLink } from "../../templates/page/ReportForm.tsx";
import { SavedList } from "../../templates/page/SavedList.tsx";
import { renderSheetCheckPage } from "../../templates/page/SheetCheckPage.tsx";
import { titleOf } from "../../templates/parts/line.ts";
import { statutesOf } from "../domain/law.ts";
import { isLive } from "../domain/posting.ts";
import type { Instant } from "../domain/time.ts";
import { addDays, romeDay, romeInstant } from "../domain/time.ts";
import type { Statute } from "../domain/vocabulary.ts";
import type { House } from "../house.ts";
import { checkSheet } from "../services/checkSheet.ts";
import type { MadePage } from "./madePage.ts";
import { channelsInput } from "./newsletter.ts";
import { pageBytes } from "./pageBytes.ts";
import type { AskedLeaf } from "./pageKey.ts";
import type { Templates } from "./templates.ts";

/** Postings named under an article of law. */
const NAMED = 10;

export function leafPage(house: House, templates: Templates, asked: AskedLeaf): MadePage | null {
  const now = house.clock.now();
  const midnight = romeInstant(addDays(romeDay(now), 1));
  const html = render(house, templates, asked, now);
  if (html === null) return null;
  const extra: Record<string, string> = asked.chosen ? { Vary: "Accept-Encoding, Accept-Language" } : {};
  // What people type is without number, and its answer must be true at this moment.
  const isAnswer = asked.leaf.what === "sheet" && asked.leaf.written !== "";
  return { page: pageBytes(html, 200, extra), code: null, until: isAnswer ? null : midnight };
}

function render(house: House, templates: Templates, { leaf, locale }: AskedLeaf, now: Instant): string | null {
  if (leaf.what === "law") {
    const postings = namedBy(house, leaf.statute, now);
    return renderLawPage({ ...templates.frame(locale), statute: leaf.statute, postings, now });
  }
  if (leaf.what === "office") {
    const office = house.mirror.office(leaf.office);
    if (office === null) return null;
    const parent = office.parent === null ? null : house.mirror.office(office.parent);
    const desks = house.mirror.offices().filter((one) => one.parent === office.id);
    return renderOfficePage({ ...templates.frame(locale, office), office, parent, desks, now });
  }
  if (leaf.what === "sheet") {
    const verdict = leaf.written === "" ? null : checkSheet(house, leaf.written);
    return renderSheetCheckPage({ ...templates.frame(locale), written: leaf.written, verdict });
  }
  if (leaf.page === "channels") return renderChannelsPage(channelsInput(house, templates, locale));
  const own = leaf.page === "saved" ? null : (house.siteTexts()[leaf.page] ?? null);
  const frame = { ...templates.frame(locale), page: leaf.page, own };
  if (leaf.page === "saved") return renderInfoPage({ ...frame, more: h(SavedList, { words: frame.words }) });
  if (leaf.page === "accessibility") return renderInfoPage({ ...frame, more: h(ReportLink, { words: frame.words }) });
  if (leaf.page !== "feedback") return renderInfoPage(frame);
  return renderInfoPage({
    ...frame,
    more: h(ReportForm, { words: frame.words, about: reportedPosting(house, leaf.about, locale), refused: null }),
  });
}

/** What a report is about, as its form names it; null for a code that never was public. */
export function reportedPosting({ mirror }: Pick<House, "mirror">, code: string | null, locale: string) {
  const shown = code === null ? null : mirror.entry(code)?.shown;
  if (shown == null) return null;
  const { text, lang } = titleOf(shown, locale);
  return { code: shown.code, title: text, lang };
}

function namedBy({ mirror }: House, statute: Statute, now: Instant) {
  const found = [...mirror.entries()].flatMap(({ posting, shown }) =>
    shown !== null && isLive(posting, now) && statutesOf(shown.content).includes(statute) ? [shown] : [],
  );
  return found.sort((a, b) => b.publishedAt - a.publishedAt).slice(0, NAMED);
}
