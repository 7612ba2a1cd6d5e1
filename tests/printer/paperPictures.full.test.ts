// Every sheet there is beside its reference picture: each arrangement of each section in four languages, each paper, the hard postings.
import { expect, test } from "vitest";
import { describeWith } from "../setup/describeWith.ts";
import { compareCases, referenceNames } from "./compareCases.ts";
import { sharedPrinter } from "./sampleJob.ts";

describeWith(["browser", "pdftoppm"], "all paper beside its reference pictures", () => {
  const printer = sharedPrinter();

  test("is as it was when it was last judged by eye", { timeout: 600_000 }, async () => {
    expect(await compareCases(printer(), () => true)).toBe(referenceNames().length);
  });
});
