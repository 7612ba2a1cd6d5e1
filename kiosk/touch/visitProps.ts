// What every view of a visit is given. Made by VisitGlass.
import type { Slip } from "../../server/domain/display.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { Words } from "../../templates/parts/words.ts";
import type { Listener } from "./listener.ts";
import type { BoardSearch } from "./searchBoard.ts";
import type { View, Visit } from "./visit.ts";

export interface VisitProps {
  readonly visit: Visit;
  readonly words: Words;
  /** What hangs now, in the board's order. */
  readonly live: readonly PublicPosting[];
  readonly now: Instant;
  readonly publicUrl: string;
  /** The display's id in the QR, or null in the demonstration. */
  readonly place: string | null;
  readonly search: BoardSearch;
  /** Null where there is no voice. */
  readonly listener: Listener | null;
  readonly slip: Slip;
  /** Ten targets do not stand side by side on this glass. */
  readonly narrow: boolean;
  /** Heading, keys and what they find do not stand above one another. */
  readonly tight: boolean;
  readonly change: (part: Partial<Visit>) => void;
  readonly go: (view: View) => void;
}
