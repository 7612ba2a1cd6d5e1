// A report of a wrong posting or an unclear page: what was written and where, nothing of who wrote. Used by services, store and desk.
import type { Locale } from "./locale.ts";
import type { OwnerId } from "./owner.ts";
import type { Instant } from "./time.ts";

export interface Report {
  /** What the writer was given: the receipt. */
  readonly number: string;
  /** Whose queue it stands in; null: the network's. */
  readonly owner: OwnerId | null;
  /** The posting it is about; null: the site. */
  readonly code: string | null;
  readonly locale: Locale;
  readonly message: string;
  readonly at: Instant;
  /** When staff were done with it, or null. */
  readonly settledAt: Instant | null;
}
