// A posting in two languages side by side (one above the other on an upright screen): each half whole in itself, with its own words and code;
// office, time and address stand once. Called by the display whose policy asks for it; needs tokens.css, card.css, pair.css and `--base` set around it.
import { spokenAddress } from "../../server/domain/address.ts";
import type { CardProps } from "./cardProps.ts";
import type { FittedCard } from "./fitCard.ts";
import { fitPair } from "./fitHalf.ts";
import { formatsOf } from "./formats.ts";
import { HalfCard } from "./HalfCard.tsx";

/** @param sides the same posting in two languages */
export function PairCard({ sides }: { readonly sides: readonly [CardProps, CardProps] }) {
  const [{ posting, words, now, publicUrl, turn, office, layout, theme = "light" }] = sides;
  const fitted = fitPair(posting, [words, sides[1].words], now, layout);
  return (
    <article class={`card scaled pair pair-${layout}`} data-section={posting.content.section} data-theme={theme}>
      {sides.map((side, index) => (
        <HalfCard key={side.words.locale.id} {...side} fitted={fitted[index] as FittedCard} />
      ))}
      <footer class="pair-foot">
        <p class="card-office">
          <strong>{office}</strong>
          <span class="tabular">
            {` · ${formatsOf(words.locale).time(now)}`}
            {turn !== null && ` · ${turn.place}/${turn.of}`}
          </span>
        </p>
        <p class="pair-address">{spokenAddress(publicUrl, posting.code)}</p>
      </footer>
    </article>
  );
}
