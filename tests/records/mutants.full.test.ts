// B3 in full: two thousand spoilt files in four lots, four readers at a time, with the memory this process came to. A lot can be run alone: -t "lot 3". (trust B3)
import { expect, it } from "vitest";
import { MEMORY_LIMIT, peakMemory, readMutants } from "./mutants.ts";

const LOT = 500;
const READERS = 4;

it.each([1, 2, 3, 4])(
  "[B3] reads or refuses two thousand spoilt files, lot %i",
  async (lot) => {
    const before = await peakMemory();
    const each = LOT / READERS;
    const first = 1 + (lot - 1) * LOT;
    const parts = await Promise.all(
      Array.from({ length: READERS }, (_, reader) => readMutants(each, first + reader * each)),
    );
    const read = parts.reduce((sum, part) => sum + part.read, 0);
    const refused = parts.reduce((sum, part) => sum + part.refused, 0);
    expect(read + refused).toBe(LOT);
    const grown = (await peakMemory()) - before;
    process.stdout.write(
      `B3, lot ${lot}: ${read} read, ${refused} refused, ${Math.round(grown / 1048576)} MB more held here\n`,
    );
    expect(grown).toBeLessThan(MEMORY_LIMIT);
  },
  900_000,
);
