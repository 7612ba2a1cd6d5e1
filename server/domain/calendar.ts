// The desk's calendar: deadlines, openings, events, courses, closures and reminders by day; and the secret address other calendars subscribe to.
// Used by services/readCalendar, http/deskCalendar and the desk.
// [CA1] A subscription shows what its owner may read at the moment it is asked for, and nothing once it is revoked or the account disabled.
// [CA2] It holds public facts of postings and offices only: no note, no name of anyone.
import { z } from "zod";
import { askedDay } from "./askedDay.ts";
import type { Locale } from "./locale.ts";
import type { OwnerId } from "./owner.ts";
import type { Section } from "./section.ts";
import type { Day, Instant } from "./time.ts";
import { addDays } from "./time.ts";

export const ENTRY_KINDS = ["closes", "opens", "event", "course", "closure", "reminder"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface CalendarEntry {
  readonly kind: EntryKind;
  readonly day: Day;
  /** Rome wall time, or null for the whole day. */
  readonly time: string | null;
  /** The last day, for what lasts several. */
  readonly until: Day | null;
  readonly title: string;
  readonly section: Section | null;
  /** The posting, or null. */
  readonly code: string | null;
  readonly owner: { readonly id: OwnerId | "*"; readonly name: string };
}

/** Longest stretch asked for at once, in days. */
const LONGEST = 400;
export const calendarQuery = z
  .object({ from: askedDay, to: askedDay, office: z.string().max(60).nullable().default(null) })
  .refine(({ from, to }) => from <= to && to <= addDays(from, LONGEST), "order");
export type CalendarQuery = z.infer<typeof calendarQuery>;

/** GET /api/v1/calendar */
export interface CalendarAnswer {
  readonly entries: readonly CalendarEntry[];
}

export interface Subscription {
  /** SHA-256 of the secret in the address, never the secret. */
  readonly tokenHash: string;
  readonly login: string;
  /** One office, or everything one may read. */
  readonly owner: OwnerId | null;
  readonly locale: Locale;
  readonly at: Instant;
}

export const subscriptionBody = z.object({
  office: z.string().min(1).max(60).nullable(),
  locale: z.string().regex(/^[a-z]{2,3}$/),
});

/** GET and POST /api/v1/calendar/subscription; `address` only in the answer that makes it. */
export interface SubscriptionAnswer {
  readonly subscription: Omit<Subscription, "tokenHash"> | null;
  readonly address: string | null;
}
