// The large mode: every letter as large as the distance asks, nothing wider than its line or higher than the glass, in any language, section and on any
// glass; each part stays as long as there is to read in it. (people 12, 13; lobby 25)
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largeOf } from "../../../kiosk/largeOf.ts";
import { largeType } from "../../../server/domain/glass.ts";
import { fitLarge, LEADING, partStarts, SPACE } from "../../../templates/parts/fitLarge.ts";
import { linesOf } from "../../../templates/parts/linesOf.ts";
import { textWidth } from "../../../templates/parts/textWidth.ts";
import { samplePostings } from "../../kiosk/samplePostings.ts";
import { LOCALES, wordsOf } from "../builders.ts";

const NOW = Date.UTC(2026, 10, 24, 9);
const viewport = (width: number, height: number) => ({
  room: () => ({ width, height }),
  size: { value: { width, height } } as never,
});
const profile = (size: "larger" | "large", diagonal: number | null, distance: number | null) => ({
  size,
  diagonal,
  distance,
});

describe("the type of a display", () => {
  it("is twice the usual card's least letters, or by distance, 4K like 1080p [G1]", () => {
    expect(largeOf(profile("larger", null, null), viewport(1920, 1080)).type).toBe(54);
    for (const [width, height] of [
      [1920, 1080],
      [1080, 1920],
      [3840, 2160],
    ] as const) {
      const large = largeOf(profile("large", 43, 3), viewport(width, height));
      expect(large.type).toBeGreaterThanOrEqual(Math.floor(largeType({ width, height, diagonal: 43 }, 3)));
    }
  });
});

describe("a posting in large type", () => {
  const glass = fc.record({
    across: fc.double({ min: 11, max: 40, noNaN: true }),
    down: fc.double({ min: 6.5, max: 40, noNaN: true }),
  });
  const fits = (room: { across: number; down: number }, locale: string) => {
    for (const posting of samplePostings(NOW)) {
      const { band, parts, measures } = fitLarge(posting, wordsOf(locale), NOW, room, null);
      expect(parts.length).toBeGreaterThan(0);
      expect(parts.length).toBeLessThanOrEqual(7);
      for (const line of band) expect(textWidth(line, 600)).toBeLessThanOrEqual(room.across);
      const height = room.down - measures.band - measures.foot - 0.6 - (measures.upright ? measures.code + 0.6 : 0);
      for (const lines of parts) {
        for (const { text, weight } of lines) expect(textWidth(text, weight)).toBeLessThanOrEqual(measures.text + 1e-9);
        const tall = lines.reduce((sum, { begins }, at) => sum + LEADING + (begins && at > 0 ? SPACE : 0), 0);
        // One line always stands, on whatever glass.
        if (lines.length > 1) expect(tall).toBeLessThanOrEqual(height + 1e-9);
      }
    }
  };

  it.each(LOCALES)(
    "stands whole on a 43-inch glass read from three metres, lying and upright, in %s [LG2]",
    (locale) => {
      fits({ across: 18.2, down: 10.2 }, locale);
      fits({ across: 10.2, down: 18.2 }, locale);
    },
  );

  it("stands whole on any glass in any language [LG2]", () => {
    fc.assert(
      fc.property(glass, fc.constantFrom(...LOCALES), (room, locale) => fits(room, locale)),
      { numRuns: 25 },
    );
  });

  it("never parts a label from its value [LG3]", () => {
    for (const posting of samplePostings(NOW))
      for (const lines of fitLarge(posting, wordsOf("de"), NOW, { across: 18.2, down: 10.2 }, null).parts) {
        const last = lines[lines.length - 1];
        expect(
          last?.quiet === true &&
            last.begins &&
            lines.length > 1 &&
            !/[.)]$/.test(last.text) &&
            /^(Ort|Lohn|Frist|Stellen|Vertrag.*)$/.test(last.text),
        ).toBe(false);
      }
  });

  it("shows each part of a turn as long as there is to read in it", () => {
    const card = fitLarge(samplePostings(NOW)[0] as never, wordsOf("de"), NOW, { across: 18.2, down: 10.2 }, null);
    const starts = partStarts(card, 60_000);
    expect(starts).toHaveLength(card.parts.length - 1);
    expect([...starts].sort((a, b) => a - b)).toEqual(starts);
    expect(starts.every((start) => start > 0 && start < 60_000)).toBe(true);
  });
});

it("a text in lines is the same text: no word is lost, a parted one has its hyphen", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom(..."aeinrstäßW"), minLength: 1, maxLength: 40 }), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.double({ min: 6, max: 30, noNaN: true }),
      (words, width) => {
        const lines = linesOf(words.join(" "), 600, width);
        expect(lines.join("").replace(/[- ]/g, "")).toBe(words.join(""));
        for (const line of lines) expect(textWidth(line, 600)).toBeLessThanOrEqual(width + 1e-9);
      },
    ),
  );
});
