// What the makers of public pages hand back. Called by pages.ts and the files that make one kind of page each.
import type { PageBytes } from "./pageBytes.ts";

/** A page just made, and how long it may be kept. */
export interface MadePage {
  readonly page: PageBytes;
  readonly code: string | null;
  /** Null: not to be kept. */
  readonly until: number | null;
}
