// What a card needs to be drawn; the same on the display, in the desk's preview and in the contact sheet.

import type { Theme } from "../../server/domain/display.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { CardLayout } from "./cardScale.ts";
import type { Freshness } from "./noticeWords.ts";
import type { Words } from "./words.ts";

export interface CardProps {
  readonly posting: PublicPosting;
  readonly words: Words;
  readonly now: Instant;
  /** What the QR carries: qrAddress(). */
  readonly qr: string;
  /** For the address in words; no trailing slash. */
  readonly publicUrl: string;
  /** Place in the round, from 1, and how many there are; null where there is no round. */
  readonly turn: { readonly place: number; readonly of: number } | null;
  readonly freshness: Freshness | null;
  /** Name of the office whose board it is. */
  readonly office: string;
  readonly layout: CardLayout;
  readonly theme?: Theme;
}
