// Every sheet there is beside its reference picture: each arrangement of each section in four languages, each paper, the hard postings.
import { expect, test } from "vitest";
import { narrowestMargin } from "../pictures/paper/narrowestMargin.ts";
import { describeWith } from "../setup/describeWith.ts";
import { compareCases, referenceNames } from "./compareCases.ts";
import { sharedPrinter } from "./sampleJob.ts";

describeWith(["browser", "pdftoppm"], "all paper beside its reference pictures", () => {
  const printer = sharedPrinter();

  test("is as it was when it was last judged by eye, within margins that every printer leaves (print 19)", {
    timeout: 600_000,
  }, async () => {
    const least: [string, number][] = [];
    const compared = await compareCases(
      printer(),
      () => true,
      async (pdf, name) => void least.push([name, await narrowestMargin(pdf)]),
    );
    expect(compared).toBe(referenceNames().length);
    // print 19; a slip is cut to its own size and printed on a roll, up to the edge of its own margins.
    expect(least.filter(([name, margin]) => margin < (name.startsWith("slip") ? 2 : 9.5))).toEqual([]);
  });
});
