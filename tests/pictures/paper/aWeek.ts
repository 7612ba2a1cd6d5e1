// A week's figures of a middling province, for pictures of the weekly report. Called by paperCases.
import { SECTIONS } from "../../../server/domain/section.ts";
import { SECTORS } from "../../../server/domain/vocabulary.ts";
import type { Tally, WeekReport } from "../../../server/domain/weekReport.ts";
import { SPECIALS } from "../../../server/domain/weekReport.ts";

const tally = (now: number, before: number, added: number, positions: number): Tally => ({
  now,
  before,
  added,
  positions,
});

export function aWeek(): WeekReport {
  const vary = <T>(all: readonly T[], most: number) =>
    all.map((_, at) => {
      const now = Math.max(1, Math.round(most / (at + 1)));
      return tally(now, now + ((at * 7) % 5) - 2, (at * 3) % 6, now * 2);
    });
  const sections = vary(SECTIONS, 74).map((one, at) => ({
    ...one,
    section: SECTIONS[at] as (typeof SECTIONS)[number],
  }));
  const sum = (of: (one: Tally) => number) => sections.reduce((all, one) => all + of(one), 0);
  return {
    from: "2026-11-16",
    to: "2026-11-22",
    total: tally(
      sum((one) => one.now),
      sum((one) => one.before),
      sum((one) => one.added),
      sum((one) => one.positions),
    ),
    sections,
    sectors: vary(SECTORS, 40).map((one, at) => ({ ...one, sector: SECTORS[at] as (typeof SECTORS)[number] })),
    areas: vary(["Ambito di Lecce", "Ambito di Casarano", "Ambito di Maglie", "EURES Puglia"], 51).map((one, at) => ({
      ...one,
      name: ["Ambito di Lecce", "Ambito di Casarano", "Ambito di Maglie", "EURES Puglia"][at] as string,
    })),
    specials: vary(SPECIALS, 18).map((one, at) => ({ ...one, special: SPECIALS[at] as (typeof SPECIALS)[number] })),
  };
}
