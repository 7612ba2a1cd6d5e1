// The way into the tour: for whoever has not taken it the first thing to press. Called by the banner of the demonstration and the list of keys.
import { tourWord } from "../words/words.ts";
import { goTo, tourAt, tourTaken } from "./tour.ts";

export function OfferTour({ onBegin }: { readonly onBegin?: () => void }) {
  // Nobody is offered what they are in the middle of.
  if (tourAt.value !== null) return null;
  return (
    <button
      type="button"
      class={tourTaken.value ? "tour-offer" : "tour-offer first"}
      onClick={() => {
        onBegin?.();
        goTo(0);
      }}
    >
      {tourWord(tourTaken.value ? "again" : "begin")}
    </button>
  );
}
