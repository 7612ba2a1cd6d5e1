// What became of a file: how many sentences were taken, and each refused one with its reason. Called by the page of files.
import type { ExchangeAnswer } from "../../server/domain/httpTranslation.ts";
import { translationWord as word } from "../words/words.ts";

/** A file that is wrong as a whole refuses thousands: the first show why. */
const SHOWN = 200;

export function ExchangeOutcome({ done, said }: { readonly done: ExchangeAnswer | null; readonly said: string }) {
  return (
    <div role="status">
      {done !== null && (
        <>
          <p>{word(said, { taken: done.taken, unchanged: done.unchanged, refused: done.refused.length })}</p>
          {done.left > 0 && <p>{word("exchange.left", { count: done.left })}</p>}
          <ul class="refused">
            {done.refused.slice(0, SHOWN).map(({ unit, why, about }, n) => (
              <li key={`${n} ${unit}`}>
                <strong>{unit}</strong> {word(`exchange.why.${why}`)} <q>{about}</q>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
