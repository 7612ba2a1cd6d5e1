// Two of the pages staff use most, in a language 40 % longer and in one from right to left, both made of files only. All pages: pseudoDesk.full.test.ts.
import { expect, it } from "vitest";
import { describeWith } from "../setup/describeWith.ts";
import { faultsInMadeUpLanguages } from "./madeUpDesk.ts";

describeWith(["browser"], "the desk in a language that is only data", () => {
  it("fits, is cut nowhere, shows no key, and is mirrored where reading goes from right to left", async () => {
    expect(await faultsInMadeUpLanguages(["posting", "displays"])).toEqual([]);
  }, 180_000);
});
