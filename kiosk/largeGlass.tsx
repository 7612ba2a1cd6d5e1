// A display in large type: which part of a posting stands now, how it is drawn, how much there is to read. Loaded by showOffice only where the display's
// profile asks for it; used by Screen through LargeGlass.
import type { JSX } from "preact";
import type { DisplayProfile } from "../server/domain/display.ts";
import type { PublicPosting } from "../server/domain/publicPosting.ts";
import type { Turn } from "../server/domain/rotation.ts";
import type { Instant } from "../server/domain/time.ts";
import type { CardProps } from "../templates/parts/cardProps.ts";
import { fitLarge, partStarts } from "../templates/parts/fitLarge.ts";
import { LargeCard } from "../templates/parts/LargeCard.tsx";
import { largeCharacters } from "../templates/parts/largeCharacters.ts";
import type { Words } from "../templates/parts/words.ts";
import type { Viewport } from "./followViewport.ts";
import { largeOf } from "./largeOf.ts";
import "../templates/parts/large.css";

export interface LargeGlass {
  characters(posting: PublicPosting, words: Words, now: Instant): number;
  /** From 0. */
  partAt(turn: Turn, words: Words, at: Instant): number;
  draw(card: CardProps, part: number): JSX.Element;
}

const MINUTE = 60_000;

export function createLargeGlass(profile: () => DisplayProfile, viewport: Viewport): LargeGlass {
  const large = () => largeOf(profile(), viewport);
  const fitted = (posting: PublicPosting, words: Words, now: Instant) =>
    fitLarge(posting, words, Math.floor(now / MINUTE) * MINUTE, large().room, null);
  return {
    characters: (posting, words, now) => largeCharacters(fitted(posting, words, now)),
    partAt({ posting, since, ends }, words, at) {
      return partStarts(fitted(posting, words, at), ends - since).filter((start) => at - since >= start).length;
    },
    draw(card, part) {
      const { type, room } = large();
      return (
        <div class="large-glass" style={{ "--type": `${type}px` }}>
          <LargeCard {...card} room={room} part={part} />
        </div>
      );
    },
  };
}
