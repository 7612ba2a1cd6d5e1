// The translators' queue: postings by language, most urgent first. Called by http/translations.
// [Q1] On the wall and closing within three days comes before all else, then what is on the wall by its end, then what is to come, then drafts.
import type { QueueAnswer, QueueLine, QueueQuery, Urgency } from "../domain/httpTranslation.ts";
import { URGENCIES } from "../domain/httpTranslation.ts";
import type { Locale } from "../domain/locale.ts";
import { ownersAbove } from "../domain/ownersAbove.ts";
import type { Posting } from "../domain/posting.ts";
import { stateAt } from "../domain/posting.ts";
import { countWords } from "../domain/skeleton.ts";
import type { Instant } from "../domain/time.ts";
import type { LineCount, SheetLine } from "../domain/translationSheet.ts";
import { countAs, translationSheet } from "../domain/translationSheet.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { Entry, Mirror } from "./mirror.ts";

const PAGE = 50;
const SOON = 3 * 86_400_000;

export const NO_LINES: Readonly<Record<LineCount, number>> = {
  missing: 0,
  machine: 0,
  draft: 0,
  review: 0,
  stale: 0,
  approved: 0,
  given: 0,
};
/** What still waits for somebody. */
export const TODO: readonly LineCount[] = ["missing", "machine", "draft", "review", "stale"];

export function listTranslations(
  mirror: Mirror,
  user: User,
  query: QueueQuery,
  locales: readonly Locale[],
  now: Instant,
): QueueAnswer {
  const lines: QueueLine[] = [];
  for (const entry of mirror.entries()) {
    const content = entry.posting.working ?? entry.posting.published?.content;
    const state = stateAt(entry.posting, now);
    if (content === undefined || state === "closed") continue;
    if (query.section !== null && content.section !== query.section) continue;
    if (query.owner !== null && entry.posting.owner !== query.owner) continue;
    if (!readable(mirror, user, entry.posting)) continue;
    for (const locale of locales) {
      if (locale === content.sourceLocale || (query.locale !== null && locale !== query.locale)) continue;
      const line = queueLine(mirror, entry, locale, now);
      if (line !== null && wanted(line, query.state)) lines.push(line);
    }
  }
  lines.sort(byUrgency);
  const start = (query.page - 1) * PAGE;
  return { lines: lines.slice(start, start + PAGE), total: lines.length, page: query.page };
}

function queueLine(mirror: Mirror, { posting, translations }: Entry, locale: Locale, now: Instant): QueueLine | null {
  const content = posting.working ?? posting.published?.content;
  if (content === undefined) return null;
  const sheet = translationSheet(posting, translations, locale, mirror.phrasesOf);
  const owner = mirror.owners.get(posting.owner);
  return {
    code: posting.code,
    locale,
    title: content.title.written.text,
    section: content.section,
    state: stateAt(posting, now),
    owner: { id: posting.owner, name: owner?.name ?? posting.owner },
    until: posting.published?.until ?? null,
    urgency: urgencyOf(posting, now),
    counts: countLines(sheet),
    words: sheet.filter((line) => TODO.includes(countAs(line))).reduce((sum, line) => sum + countWords(line.source), 0),
  };
}

export function countLines(sheet: readonly SheetLine[]): Record<LineCount, number> {
  const counts = { ...NO_LINES };
  for (const line of sheet) counts[countAs(line)] += 1;
  return counts;
}

function urgencyOf(posting: Posting, now: Instant): Urgency {
  const state = stateAt(posting, now);
  if (state === "open") return (posting.published?.until ?? 0) - now <= SOON ? "closing" : "onWall";
  return state === "scheduled" ? "scheduled" : "draft";
}

function wanted({ counts }: QueueLine, state: QueueQuery["state"]): boolean {
  if (state === "todo") return TODO.some((one) => counts[one] > 0);
  return counts[state] > 0;
}

/** [Q1] */
function byUrgency(a: QueueLine, b: QueueLine): number {
  return (
    URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
    (a.until ?? Number.POSITIVE_INFINITY) - (b.until ?? Number.POSITIVE_INFINITY) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
    (a.locale < b.locale ? -1 : 1)
  );
}

export function readable(mirror: Mirror, user: User, posting: Posting): boolean {
  const owner = mirror.owners.get(posting.owner);
  const within = ownersAbove(owner);
  return may(user, "read", posting.owner, within);
}
