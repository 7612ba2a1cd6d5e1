// Hostile texts in every field, once through every public surface; the full run takes every text through every field.
import { expect, it } from "vitest";
import { describeHostileHouse } from "./hostileHouse.ts";

describeHostileHouse("texts that would run", (play) => {
  it("never run, become no element and are shown as written: page, feed, calendar, linked data, mail, sheet, display [B4]", async () => {
    const { round, seen } = await play(0, "it");
    expect(seen.faults).toEqual([]);
    // The look itself can see: nearly every field came by.
    const fields = new Set([...round.planted.values()].map(({ field }) => field));
    expect([...fields].filter((field) => !seen.met.has(field))).toEqual([]);
  }, 120_000);
});
