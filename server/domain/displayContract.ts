// What displays and staff send about displays, as schemas; the shapes themselves are in display.ts and urgent.ts, free of the schema library,
// because the display's bundle carries them. Used by server/http, server/sockets and the desk.
import { z } from "zod";
import type { Beat, Display, DisplayProfile, DisplayState, Health, OwnDisplay, Seen } from "./display.ts";
import { BEAT_CAUSES, CLOCK_TRUSTS, LANGUAGE_POLICIES, SLIPS, THEMES, TYPE_SIZES, WISHES } from "./display.ts";
import type { Office } from "./owner.ts";
import { SECTIONS } from "./section.ts";
import type { Instant } from "./time.ts";
import type { PublicUrgent, Urgent } from "./urgent.ts";
import { LONGEST_HOURS } from "./urgent.ts";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const weight = z.number().int().min(0).max(9);
const locale = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/);
const owner = z.string().min(1).max(60);
const name = z.string().trim().min(1).max(80);

export const displayProfileSchema: z.ZodType<DisplayProfile> = z.object({
  policy: z.enum(LANGUAGE_POLICIES),
  locales: z.array(locale).min(1).max(8),
  localeWeights: z.record(locale, weight),
  sectionWeights: z.partialRecord(z.enum(SECTIONS), weight),
  theme: z.enum(THEMES),
  still: z.boolean(),
  diagonal: z.number().min(5).max(150).nullable(),
  distance: z.number().min(0.3).max(12).nullable(),
  size: z.enum(TYPE_SIZES),
  touch: z.boolean(),
  lowReach: z.boolean(),
  slip: z.enum(SLIPS),
  quiet: z.object({ from: time, to: time }).nullable(),
  screens: z.number().int().min(1).max(2),
});

export const beatSchema: z.ZodType<Beat> = z.object({
  code: z.string().max(10).nullable(),
  face: z.string().max(80),
  locale: locale.nullable(),
  revision: z.number().int().nonnegative().nullable(),
  boardRevision: z.number().int().nonnegative().nullable(),
  frameAge: z.number().int().nonnegative(),
  faceAge: z.number().int().nonnegative(),
  due: z.number().int().nullable(),
  clockOffset: z.number().int(),
  clock: z.enum(CLOCK_TRUSTS),
  storage: z.enum(["full", "boardOnly", "none"]),
  usedBytes: z.number().int().nonnegative().nullable(),
  build: z.string().max(40),
  viewport: z.string().max(40),
  causes: z.array(z.enum(BEAT_CAUSES)).max(9),
  line: z.enum(["socket", "polling"]),
});

/** `replace`: the display whose place, name and settings the new device takes over. */
export const pairBody = z.object({
  code: z.string().trim().min(6).max(12),
  office: owner,
  name,
  replace: z.string().max(12).nullable(),
});
export const changeDisplayBody = z.object({ office: owner, name, profile: displayProfileSchema });
export const wishBody = z.object({ kind: z.enum(WISHES) });
export type PairBody = z.infer<typeof pairBody>;
export type ChangeDisplayBody = z.infer<typeof changeDisplayBody>;

export const urgentBody = z.object({
  kind: z.enum(["notice", "neutral"]),
  scope: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("office"), office: owner }),
    z.object({ kind: z.literal("province"), province: z.string().regex(/^[A-Z]{2}$/) }),
    z.object({ kind: z.literal("network") }),
  ]),
  /** At least Italian for a notice; a language without words shows the Italian ones, marked. Empty for `neutral`. */
  texts: z.record(locale, z.string().trim().min(1).max(240)),
  hours: z.number().min(0.25).max(LONGEST_HOURS),
});
export type UrgentBody = z.infer<typeof urgentBody>;

/** POST /api/v1/pairings, asked by the device itself. */
export interface PairingAnswer {
  readonly code: string;
  readonly expires: Instant;
  readonly now: Instant;
}

/** GET /api/v1/display, asked by the device itself. */
export interface OwnDisplayAnswer {
  readonly now: Instant;
  readonly display: OwnDisplay;
  readonly urgents: readonly PublicUrgent[];
}

/** One line of the desk's list of displays. */
export interface DisplayLine {
  readonly display: Display;
  readonly office: Pick<Office, "id" | "name">;
  readonly seen: Seen | null;
  readonly health: Health;
  /** Title of the posting painted, in the language painted. */
  readonly title: string | null;
}

/** A JPEG in base 64, far below this at the size displays draw. */
export const pictureBody = z.object({
  picture: z
    .string()
    .min(100)
    .max(600_000)
    .regex(/^[A-Za-z0-9+/]+=*$/),
});

/** GET /api/v1/displays/:id/picture */
export interface PictureAnswer {
  readonly picture: { readonly at: Instant; readonly jpeg: string } | null;
}

/** GET /api/v1/displays */
export interface DisplaysAnswer {
  readonly now: Instant;
  readonly displays: readonly DisplayLine[];
  /** Taken back this week, the latest first. */
  readonly unpaired: readonly DisplayLine[];
  readonly counts: Readonly<Record<DisplayState, number>>;
}

/** GET /api/v1/urgents */
export interface UrgentsAnswer {
  readonly now: Instant;
  readonly urgents: readonly Urgent[];
}
