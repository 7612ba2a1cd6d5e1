// B3 in full: two thousand spoilt files, four readers at a time, with the memory this process came to. (trust B3)
import { expect, it } from "vitest";
import { MEMORY_LIMIT, peakMemory, readMutants } from "./mutants.ts";

it("[B3] reads or refuses two thousand spoilt files", async () => {
  const before = await peakMemory();
  const parts = await Promise.all([0, 1, 2, 3].map((part) => readMutants(500, 1 + part * 500)));
  const read = parts.reduce((sum, part) => sum + part.read, 0);
  const refused = parts.reduce((sum, part) => sum + part.refused, 0);
  expect(read + refused).toBe(2000);
  const grown = (await peakMemory()) - before;
  process.stdout.write(`B3: ${read} read, ${refused} refused, ${Math.round(grown / 1048576)} MB more held here\n`);
  expect(grown).toBeLessThan(MEMORY_LIMIT);
}, 900_000);
