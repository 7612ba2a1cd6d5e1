// A display with two languages side by side: how a posting is drawn in both, how much there is to read in one. Loaded by showOffice only where the
// display's policy asks for it; used by Screen through PairGlass.
import type { JSX } from "preact";
import type { PublicPosting } from "../server/domain/publicPosting.ts";
import type { Instant } from "../server/domain/time.ts";
import type { CardProps } from "../templates/parts/cardProps.ts";
import type { CardLayout } from "../templates/parts/cardScale.ts";
import { charactersIn } from "../templates/parts/charactersOf.ts";
import { fitHalf } from "../templates/parts/fitHalf.ts";
import { PairCard } from "../templates/parts/PairCard.tsx";
import type { Words } from "../templates/parts/words.ts";
import "../templates/parts/pair.css";

export interface PairGlass {
  characters(posting: PublicPosting, words: Words, now: Instant, layout: CardLayout): number;
  draw(sides: readonly [CardProps, CardProps]): JSX.Element;
}

export const pairGlass: PairGlass = {
  characters: (posting, words, now, layout) => charactersIn(fitHalf(posting, words, now, layout), posting, words),
  draw: (sides) => <PairCard sides={sides} />,
};
