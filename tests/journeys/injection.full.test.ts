// Every hostile text through every field: as many rounds as there are texts, each beginning with the next, the languages in turn.
import { expect, it } from "vitest";
import { describeHostileHouse } from "./hostileHouse.ts";
import { HOSTILE_TEXTS } from "./hostileTexts.ts";

const LOCALES = ["it", "en", "fr", "de"];
/** Rounds in one test, so that a slow machine is told where it stands. */
const TOGETHER = 40;

describeHostileHouse("every text that would run, in every field", (play) => {
  for (let from = 0; from < HOSTILE_TEXTS.length; from += TOGETHER)
    it(`never runs: texts ${from} to ${from + TOGETHER - 1} [B4]`, async () => {
      for (let first = from; first < Math.min(from + TOGETHER, HOSTILE_TEXTS.length); first += 1) {
        const { seen } = await play(first, LOCALES[first % LOCALES.length] as string);
        expect(seen.faults, `beginning with ${HOSTILE_TEXTS[first]}`).toEqual([]);
      }
    }, 900_000);
});
