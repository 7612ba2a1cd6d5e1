// The channels of the board: what a reader may follow by feed or by the weekly mail. Used by feeds, the newsletter and the page that offers them.
// [C1] A channel is a pure function of a posting and the instant; a posting may run in several. [C2] "deadlines" holds only stated ones, the nearest first.
import type { PublicPosting } from "./publicPosting.ts";
import type { Instant } from "./time.ts";
import { addDays, romeDay, romeInstant } from "./time.ts";

export const CHANNELS = ["jobs", "deadlines", "events", "courses", "targeted", "news"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Days ahead a deadline is told of: a weekly mail must not leave a gap between two of them. */
const AHEAD = 8;

export function isChannel(value: string): value is Channel {
  return CHANNELS.some((channel) => channel === value);
}

/** Whether a posting that is open runs in a channel. [C1] */
export function runsIn(channel: Channel, posting: PublicPosting, now: Instant): boolean {
  const { section, reserved } = posting.content;
  if (channel === "news") return section === "notice";
  if (channel === "events") return section === "event";
  if (channel === "courses") return section === "training";
  if (channel === "targeted") return section === "targeted" || reserved !== null;
  if (channel === "jobs") return section === "vacancy" || section === "eures" || section === "selection";
  return posting.untilStated && section !== "event" && posting.until <= romeInstant(addDays(romeDay(now), AHEAD));
}

/** Newest first; deadlines by nearness. [C2] */
export function inOrder(channel: Channel, postings: readonly PublicPosting[]): PublicPosting[] {
  const byCode = (a: PublicPosting, b: PublicPosting) => (a.code < b.code ? -1 : 1);
  return [...postings].sort((a, b) =>
    channel === "deadlines" ? a.until - b.until || byCode(a, b) : b.publishedAt - a.publishedAt || byCode(a, b),
  );
}
