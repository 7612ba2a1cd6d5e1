// A display: a paired device that shows an office's board, how it shows it, what it tells of itself, and in what state that puts it.
// [S1] Nothing is called live that has not painted lately what it should: connected and frozen is a state of its own, and every state but live has a cause.
// Used by services, sockets, the desk and the display itself.
import type { Actor } from "./event.ts";
import type { Locale } from "./locale.ts";
import type { Opening, OwnerId } from "./owner.ts";
import type { Section } from "./section.ts";
import type { Instant } from "./time.ts";
import { romeClock } from "./time.ts";

/** light: lit rooms. dark: night and dim halls. contrast: black on white. yellow: yellow on black. */
export const THEMES = ["light", "dark", "contrast", "yellow"] as const;
export type Theme = (typeof THEMES)[number];

/** In turn: a round a language. Together: two side by side. Weighted: some rounds more of one than of another. */
export const LANGUAGE_POLICIES = ["turn", "together", "weighted"] as const;

/** usual: the whole card. larger: everything at least twice its smallest letters. large: all letters by distance (EN 301 549), a posting in parts. */
export const TYPE_SIZES = ["usual", "larger", "large"] as const;
export type TypeSize = (typeof TYPE_SIZES)[number];

/** What the printer at a touch display holds: nothing, single sheets of A6, or a receipt roll of 80 mm. */
export const SLIPS = ["none", "a6", "receipt"] as const;
export type Slip = (typeof SLIPS)[number];

/** Six letters and digits that cannot be taken for one another (Crockford), valid for ten minutes. */
export const PAIRING_LASTS = 600_000;
export const PAIRING_TRIES_A_MINUTE = 5;

export interface DisplayProfile {
  readonly policy: (typeof LANGUAGE_POLICIES)[number];
  readonly locales: readonly Locale[];
  /** Rounds of each language in the weighted policy; one where nothing is said. */
  readonly localeWeights: Readonly<Record<Locale, number>>;
  /** Share of each section's postings, 0 to 9; one where nothing is said, none at 0. */
  readonly sectionWeights: Readonly<Partial<Record<Section, number>>>;
  readonly theme: Theme;
  /** No cross-fade, whatever the device prefers. */
  readonly still: boolean;
  /** Inches. Null: not measured, the card fills the glass. */
  readonly diagonal: number | null;
  /** Metres from which it is read. */
  readonly distance: number | null;
  readonly size: TypeSize;
  readonly touch: boolean;
  /** Touch controls in the lower part of the glass, for whoever sits. */
  readonly lowReach: boolean;
  readonly slip: Slip;
  /** Rome wall time in which the glass rests, besides the office's own nights. */
  readonly quiet: { readonly from: string; readonly to: string } | null;
  /** Screens that hang side by side on one device and share the postings between them. */
  readonly screens: number;
}

export const USUAL_PROFILE: DisplayProfile = {
  policy: "turn",
  locales: ["it", "en", "fr", "de"],
  localeWeights: {},
  sectionWeights: {},
  theme: "light",
  still: false,
  diagonal: null,
  distance: null,
  size: "usual",
  touch: false,
  lowReach: false,
  slip: "none",
  quiet: null,
  screens: 1,
};

/** A profile written down before one of its settings existed. */
export function wholeProfile(profile: Partial<DisplayProfile>): DisplayProfile {
  return { ...USUAL_PROFILE, ...profile };
}

/** What staff ask of a display: done once, by those that were running when it was asked. */
export const WISHES = ["reload", "identify", "picture"] as const;
export interface Wish {
  readonly kind: (typeof WISHES)[number];
  readonly at: Instant;
}

export interface Display {
  /** Short, also the place in the QR of its cards: "d" and five digits of Crockford base 32. */
  readonly id: string;
  readonly office: OwnerId;
  readonly name: string;
  readonly profile: DisplayProfile;
  readonly pairedAt: Instant;
  readonly pairedBy: Actor;
  readonly revokedAt: Instant | null;
  readonly wish: Wish | null;
}

/** What a display may know of itself. */
export type OwnDisplay = Pick<Display, "id" | "office" | "name" | "profile" | "wish">;

/** Why something is not right, as the display itself can tell. A browser hides whether it was the name, the certificate or the line. */
export const BEAT_CAUSES = [
  "socketBlocked",
  "socketSilent",
  "status",
  "notJson",
  "unreachable",
  "clock",
  "storage",
  "insecure",
  "noFrames",
] as const;
export type BeatCause = (typeof BEAT_CAUSES)[number];

/** What a display lacks for good: it may play today, and would not start alone tomorrow. The desk shows it red. */
export const LACKS: readonly BeatCause[] = ["storage", "insecure"];

export interface Beat {
  /** The posting really painted; null: office, night or another still card. */
  readonly code: string | null;
  readonly face: string;
  readonly locale: Locale | null;
  /** Of the posting painted, and of the board held. */
  readonly revision: number | null;
  readonly boardRevision: number | null;
  /** Milliseconds since the browser last gave a frame, and since the face last changed. */
  readonly frameAge: number;
  readonly faceAge: number;
  /** Milliseconds until the face shown should change, negative when overdue; null: no turn. */
  readonly due: number | null;
  /** Trusted clock minus the device's, milliseconds. */
  readonly clockOffset: number;
  readonly clock: ClockTrust;
  /** Whether IndexedDB and a service worker keep what is needed to start alone. */
  readonly storage: "full" | "boardOnly" | "none";
  readonly usedBytes: number | null;
  readonly build: string;
  readonly viewport: string;
  readonly causes: readonly BeatCause[];
  /** By what way it is told of changes. */
  readonly line: "socket" | "polling";
}

/** unknown: never heard a server. wrong: the device's clock went back since. expired: too long without a server to trust it. */
export const CLOCK_TRUSTS = ["known", "unknown", "wrong", "expired"] as const;
export type ClockTrust = (typeof CLOCK_TRUSTS)[number];

export interface Seen {
  readonly display: string;
  readonly at: Instant;
  readonly beat: Beat;
  /** Since when it has not been live, and whether that has been told; null while live. */
  readonly darkSince: Instant | null;
  readonly toldAt: Instant | null;
}

export const DISPLAY_STATES = ["live", "stale", "frozen", "offline", "unpaired"] as const;
export type DisplayState = (typeof DISPLAY_STATES)[number];

export interface Health {
  readonly state: DisplayState;
  readonly causes: readonly (BeatCause | "revoked" | "neverSeen" | "silent" | "oldBoard")[];
}

/** How often a display tells of itself, and after how long it is offline. */
export const BEAT_EVERY = 10_000;
const OFFLINE_AFTER = 28_000;
/** Without a frame for so long, or so long past the end of a turn, the glass has stopped. */
const FROZEN_AFTER = 20_000;
const CLOCK_TOLERANCE = 120_000;

/** @param current revision of the display's board at the server, as it concerns this office */
export function healthOf(
  display: Pick<Display, "revokedAt">,
  seen: Pick<Seen, "at" | "beat"> | null,
  current: number,
  now: Instant,
): Health {
  if (display.revokedAt !== null) return { state: "unpaired", causes: ["revoked"] };
  if (seen === null) return { state: "offline", causes: ["neverSeen"] };
  const { beat } = seen;
  if (now - seen.at > OFFLINE_AFTER)
    return { state: "offline", causes: beat.causes.length > 0 ? beat.causes : ["silent"] };
  const causes = [...new Set(beat.causes)];
  if (beat.frameAge > FROZEN_AFTER || (beat.due !== null && beat.due < -FROZEN_AFTER)) {
    return { state: "frozen", causes: [...new Set<BeatCause>(["noFrames", ...causes])] };
  }
  const off = Math.abs(beat.clockOffset) > CLOCK_TOLERANCE || beat.clock !== "known";
  const clock: readonly BeatCause[] = off && !causes.includes("clock") ? ["clock"] : [];
  if (beat.boardRevision === null || beat.boardRevision < current)
    return { state: "stale", causes: [...causes, ...clock, "oldBoard"] };
  if (beat.clock !== "known") return { state: "stale", causes: [...causes, ...clock] };
  return { state: "live", causes: [...causes, ...clock] };
}

/** Metres from which a card's facts keep EN 301 549's letter height: capitals of 12.2 mm a metre, 0.703 em in Titillium Web; facts stand at 3.052 base.
 * Null where the diagonal is not measured. @param viewport as a beat tells it, "1920x1080@1" */
export function readableFrom(diagonal: number | null, viewport: string | null): number | null {
  const [width = 0, height = 0] = (viewport ?? "").split(/[x@]/).map(Number);
  if (diagonal === null || !(width > 0) || !(height > 0)) return null;
  const base = Math.min(Math.max(width, height) / (40 * (16 / 9)), Math.min(width, height) / 40);
  const millimetres = (diagonal * 25.4) / Math.hypot(width, height);
  return (base * 3.052 * 0.703 * millimetres) / 12.2;
}

/** Whether Rome's wall clock stands between two times of day, also across midnight. */
export function isQuiet(quiet: DisplayProfile["quiet"], at: Instant): boolean {
  if (quiet === null || quiet.from === quiet.to) return false;
  const { time: now } = romeClock(at);
  return quiet.from < quiet.to ? quiet.from <= now && now < quiet.to : now >= quiet.from || now < quiet.to;
}

/** Whether an office is open at an instant; unknown hours count as Monday to Friday from eight to six, so that a dark screen is told of. */
export function isOpen(
  office: {
    readonly opening: readonly Opening[];
    readonly closures: readonly { readonly from: string; readonly to: string }[];
  },
  at: Instant,
): boolean {
  const { day, time: now, weekday } = romeClock(at);
  if (office.closures.some(({ from, to }) => from <= day && day <= to)) return false;
  const stated = office.opening.filter(({ from, to }) => from !== null && to !== null);
  if (stated.length === 0) return weekday < 5 && "08:00" <= now && now < "18:00";
  return stated.some(({ days, from, to }) => days.includes(weekday) && (from as string) <= now && now < (to as string));
}

/** The languages of successive rounds: each group is what one card shows at once. */
export function languageRounds(
  { policy, localeWeights }: Pick<DisplayProfile, "policy" | "localeWeights">,
  ready: readonly Locale[],
): readonly (readonly Locale[])[] {
  if (policy === "together") return pairs(ready);
  if (policy === "turn") return ready.map((one) => [one]);
  const weights = ready
    .map((one) => ({ one, weight: localeWeights[one] ?? 1, credit: 0 }))
    .filter((each) => each.weight > 0);
  if (weights.length === 0) return ready.map((one) => [one]);
  const total = weights.reduce((sum, each) => sum + each.weight, 0);
  const rounds: Locale[][] = [];
  // Smooth: the heavier language comes oftener, never all its rounds in a row.
  while (rounds.length < total) {
    for (const each of weights) each.credit += each.weight;
    const next = weights.reduce((best, each) => (each.credit > best.credit ? each : best));
    next.credit -= total;
    rounds.push([next.one]);
  }
  return rounds;
}

function pairs(locales: readonly Locale[]): Locale[][] {
  const groups: Locale[][] = [];
  for (let index = 0; index < locales.length; index += 2) groups.push(locales.slice(index, index + 2));
  return groups;
}
