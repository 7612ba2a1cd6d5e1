// An address that wants the weekly mail, in its language and for its channels. Used by services and the store.
import type { Locale } from "./locale.ts";
import type { OwnerId } from "./owner.ts";
import type { Instant } from "./time.ts";

export interface Subscriber {
  /** SHA-256 of the token in the mails. */
  readonly id: string;
  readonly address: string;
  readonly locale: Locale;
  /** Names of channels, see domain/channel.ts. */
  readonly channels: readonly string[];
  /** Whose board; null: all. */
  readonly office: OwnerId | null;
  readonly createdAt: Instant;
  /** Null until the first mail's link was followed. */
  readonly confirmedAt: Instant | null;
  /** Until when postings were told of. */
  readonly toldUntil: Instant;
}
