// Every kind of public page for everybody, in one language; the full run has them all.
import { expect, it } from "vitest";
import { describePublicPages } from "./publicAccessibility.ts";

describePublicPages((look) => {
  it("find nothing in German, light, usual letters", async () => {
    // The pages after these are made of the same parts.
    expect(await look({ locale: "de", dark: false, rootSize: 16, scripts: true }, 8)).toEqual([]);
  }, 300_000);
});
