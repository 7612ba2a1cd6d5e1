// What one check found in a posting before it is published: where, why, and what would mend it. Whether it warns or blocks is the network's setting.
// Made by the checks beside it, shown by the desk; blocking ones stop publishPosting.
import { z } from "zod";
import type { Locale } from "../locale.ts";
import type { Day } from "../time.ts";
import { isDay } from "../time.ts";
import type { Contract } from "../vocabulary.ts";
import { CONTRACTS } from "../vocabulary.ts";

/** Concerns a network may set. Data of candidates is not among them: it blocks always. */
export const CONCERNS = ["pay", "wording", "reserved", "dates", "reading", "duplicate"] as const;
export type Concern = (typeof CONCERNS)[number];

export const STRICTNESS = ["off", "warn", "block"] as const;
export type Strictness = (typeof STRICTNESS)[number];

/** Each has a cause and a remedy in locales/<locale>/checks.json. */
export const REASONS = [
  "payMissing",
  "payVague",
  "pastPay",
  "feminineTitle",
  "masculineTitle",
  "sex",
  "age",
  "height",
  "looks",
  "maritalStatus",
  "reservedMissing",
  "articleUnspecified",
  "enrolledByMissing",
  "enrolledByLate",
  "reservedUnsaid",
  "candidates",
  "deadlinePast",
  "deadlineFar",
  "windowShort",
  "startsBeforeDeadline",
  "hangsBeyond",
  "hangsShort",
  "eventPast",
  "hardToRead",
  "longSentence",
  "duplicate",
] as const;
export type Reason = (typeof REASONS)[number];

export interface Finding {
  readonly concern: Concern | "candidates";
  readonly reason: Reason;
  /** The form's field it stands in, "requirements.required"; of a translation, its segment: "translation.de.s3". */
  readonly path: string;
  /** What was read there, shortened; empty where something is missing. */
  readonly found: string;
  /** Texts that would mend the field, whole, best first. */
  readonly offers: readonly string[];
  /** Language of what was found. */
  readonly locale: Locale;
  /** Another posting it is about. */
  readonly code: string | null;
  readonly level: "warn" | "block";
}

export const checkPolicySchema = z.object({
  pay: z.object({
    level: z.enum(STRICTNESS),
    /** Postings published before this day need not state the pay; null: all of them must. */
    from: z.string().refine(isDay, "day").nullable(),
    /** Contracts the duty does not reach. */
    exempt: z.array(z.enum(CONTRACTS)).max(CONTRACTS.length),
  }),
  wording: z.enum(STRICTNESS),
  reserved: z.enum(STRICTNESS),
  dates: z.enum(STRICTNESS),
  reading: z.enum(STRICTNESS),
  duplicate: z.enum(STRICTNESS),
});

export interface CheckPolicy extends Readonly<Record<Exclude<Concern, "pay">, Strictness>> {
  readonly pay: { readonly level: Strictness; readonly from: Day | null; readonly exempt: readonly Contract[] };
}

/** Warns of everything: the final text of the Italian decree on pay is not known yet (draft of 5/2/2026, with these contracts outside). */
export const DEFAULT_CHECKS: CheckPolicy = {
  pay: { level: "warn", from: null, exempt: ["apprenticeship", "domestic", "onCall"] },
  wording: "warn",
  reserved: "warn",
  dates: "warn",
  reading: "warn",
  duplicate: "warn",
};

/** A finding of one's own language without offers, unless said. */
export function finding(
  concern: Finding["concern"],
  reason: Reason,
  path: string,
  more: Partial<Pick<Finding, "found" | "offers" | "locale" | "code" | "level">> = {},
): Finding {
  const { found = "", offers = [], locale = "it", code = null, level = "warn" } = more;
  return { concern, reason, path, found: shortened(found), offers, locale, code, level };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
