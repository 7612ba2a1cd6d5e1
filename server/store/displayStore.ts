// The part of the port that keeps displays, urgent notices and counts. One property of the store: `store.displays`. Contract tests: tests/store/contractOfDisplays.ts.
//
// [SD1] Displays and urgent notices are sealed records and change only inside `write`; a damaged one is never returned as good.
// [SD2] A token is known by its digest only. A token once revoked stays known as revoked, so that its device can be told apart from a stranger.
// [SD3] A pairing is taken by whoever takes it first, once, and never after it has expired.
// [SD4] A batch of counts with the same name is counted once, however often it arrives.
import type { Display, Seen } from "../domain/display.ts";
import type { Locale } from "../domain/locale.ts";
import type { Day, Instant } from "../domain/time.ts";
import type { Urgent } from "../domain/urgent.ts";

export interface DisplayToken {
  /** SHA-256, never the token. */
  readonly hash: string;
  readonly display: string;
  readonly since: Instant;
  readonly revokedAt: Instant | null;
}

/** A device that waits to be given a place. */
export interface Pairing {
  readonly code: string;
  readonly tokenHash: string;
  readonly expires: Instant;
}

export interface DisplayPicture {
  readonly display: string;
  readonly at: Instant;
  /** JPEG in base 64. */
  readonly picture: string;
}

/** How often something happened on a Rome day: a card was shown by a display, or a code scanned that hangs at a place. */
export interface Count {
  readonly day: Day;
  readonly kind: "shown" | "scanned";
  /** A display's id, or a wall's. */
  readonly place: string;
  readonly code: string;
  readonly locale: Locale;
  readonly times: number;
}

export interface DisplayReader {
  displays(): Promise<Display[]>;
  display(id: string): Promise<Display | null>;
  token(hash: string): Promise<DisplayToken | null>;
  /** Those that end after `at`, ended early or not. */
  urgents(at: Instant): Promise<Urgent[]>;
  urgent(id: string): Promise<Urgent | null>;
}

export interface DisplayWriter extends DisplayReader {
  putDisplay(display: Display): Promise<void>;
  putToken(token: DisplayToken): Promise<void>;
  /** Every token of a display, now. */
  revokeTokens(display: string, at: Instant): Promise<void>;
  putUrgent(urgent: Urgent): Promise<void>;
}

/** Written often, not part of any revision. */
export interface DisplaySide {
  /** Replaces an earlier one of the same device. False where the code is in use. */
  putPairing(pairing: Pairing): Promise<boolean>;
  /** Takes it away; null where there is none or it has expired. [SD3] */
  takePairing(code: string, now: Instant): Promise<Pairing | null>;
  removeExpiredPairings(now: Instant): Promise<void>;
  putSeen(seen: readonly Seen[]): Promise<void>;
  seen(): Promise<Seen[]>;
  /** In place of the one before. */
  putPicture(picture: DisplayPicture): Promise<void>;
  picture(display: string): Promise<DisplayPicture | null>;
  /** False where the batch had been counted before. [SD4] */
  addBatch(display: string, batch: string, at: Instant, counts: readonly Count[]): Promise<boolean>;
  addCounts(counts: readonly Count[]): Promise<void>;
  counts(from: Day, to: Day): Promise<Count[]>;
}

export type DisplayStore = DisplayReader & DisplaySide;
