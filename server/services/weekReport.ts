// The weekly report: what was open at the end of a week and a week before, by section, sector and owner's area, and what is looked for most.
// Pure over the mirror; called by http/bulletins and http/postTexts. A posting counts as open as the public saw it then: from, until, and when it was closed.
import type { Office } from "../domain/owner.ts";
import type { Posting } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import { SECTIONS } from "../domain/section.ts";
import type { Day, Instant } from "../domain/time.ts";
import { addDays, romeDay, romeInstant, weekdayOf } from "../domain/time.ts";
import { SECTORS } from "../domain/vocabulary.ts";
import type { Special, Tally, WeekReport } from "../domain/weekReport.ts";
import { SPECIALS } from "../domain/weekReport.ts";
import type { Mirror } from "./mirror.ts";

const WEEK = 7;

/** `day`: any of the week; null: the last one that is over, or the running one where the network is younger. */
export function weekReport(mirror: Mirror, office: Office | null, day: Day | null, now: Instant): WeekReport {
  const any = day ?? romeDay(now);
  const from = addDays(any, -weekdayOf(any));
  const to = addDays(from, WEEK - 1);
  const end = Math.min(romeInstant(addDays(to, 1)) - 1, now);
  const start = romeInstant(from) - 1;
  const seen: { posting: Posting; shown: PublicPosting }[] = [];
  for (const { posting, shown } of mirror.entries()) {
    if (shown !== null && (office === null || mirror.hangs(shown, office))) seen.push({ posting, shown });
  }
  const tally = (of: (shown: PublicPosting) => boolean): Tally => {
    let [before, added, open, positions] = [0, 0, 0, 0];
    for (const { posting, shown } of seen) {
      if (!of(shown)) continue;
      if (wasOpen(posting, shown, start)) before += 1;
      if (shown.firstPublishedAt > start && shown.firstPublishedAt <= end) added += 1;
      if (!wasOpen(posting, shown, end)) continue;
      open += 1;
      positions += shown.content.positions ?? 0;
    }
    return { now: open, before, added, positions };
  };
  const some = ({ now: open, before, added }: Tally) => open + before + added > 0;
  const areas = [...new Set(seen.map(({ shown }) => areaOf(mirror, shown)))].sort();
  return {
    from,
    to,
    total: tally(() => true),
    sections: SECTIONS.map((section) => ({ section, ...tally(({ content }) => content.section === section) })).filter(
      some,
    ),
    sectors: SECTORS.map((sector) => ({ sector, ...tally(({ content }) => content.job?.sector === sector) })).filter(
      some,
    ),
    areas: areas.map((name) => ({ name, ...tally((shown) => areaOf(mirror, shown) === name) })).filter(some),
    specials: SPECIALS.map((special) => ({ special, ...tally(IS[special]) })),
  };
}

function wasOpen({ closed, state }: Posting, { firstPublishedAt, from, until }: PublicPosting, at: Instant): boolean {
  if (state === "suspended") return false;
  return Math.max(firstPublishedAt, from) <= at && at < until && (closed === null || closed.at > at);
}

/** The area's name an owner belongs to, else the owner's own. */
export function areaOf(mirror: Mirror, shown: PublicPosting): string {
  const owner = mirror.owners.get(shown.owner.id);
  const area = owner?.kind === "office" && owner.area !== null ? mirror.owners.get(owner.area) : undefined;
  return area?.name ?? shown.owner.name;
}

const IS: Readonly<Record<Special, (shown: PublicPosting) => boolean>> = {
  graduates: ({ content }) =>
    content.requirements.some(
      ({ phrase }) =>
        phrase !== null &&
        (/^degree/.test(phrase.id) || /^(degree|bachelor|master|doctor)/.test(String(phrase.values.education ?? ""))),
    ),
  inclusion: ({ content }) => content.section === "targeted" || content.reserved !== null,
  europe: ({ content }) => content.eures || content.section === "eures",
  internships: ({ content }) =>
    content.job?.contracts.some((contract) => contract === "internship" || contract === "apprenticeship") ?? false,
};
