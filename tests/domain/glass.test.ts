// How large things are on a real glass: EN 301 549's letters by distance, twenty millimetres for a finger. (people 12, 15)
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largeType, readFrom, targetSide } from "../../server/domain/glass.ts";

const glass = fc.record({
  width: fc.integer({ min: 640, max: 7680 }),
  height: fc.integer({ min: 480, max: 4320 }),
  diagonal: fc.double({ min: 7, max: 110, noNaN: true }),
});
const millimetres = ({ width, height, diagonal }: { width: number; height: number; diagonal: number }) =>
  (diagonal * 25.4) / Math.hypot(width, height);

describe("letters of the large mode", () => {
  it.each([
    [43, 3, 105],
    [55, 3, 82],
    [65, 4, 93],
    [43, 2, 70],
  ])("are those of the handbook: %d inches at %d m", (diagonal, distance, pixels) => {
    expect(Math.round(largeType({ width: 1920, height: 1080, diagonal }, distance))).toBeCloseTo(pixels, -0.5);
  });

  it("have capitals of 12.2 mm a metre on any glass [G1]", () => {
    fc.assert(
      fc.property(glass, fc.double({ min: 0.3, max: 12, noNaN: true }), (one, distance) => {
        const capital = largeType(one, distance) * 0.703 * millimetres(one);
        expect(capital).toBeGreaterThanOrEqual(12.2 * distance - 1e-6);
        expect(readFrom(one, largeType(one, distance))).toBeCloseTo(distance, 6);
      }),
    );
  });

  it("count on a usual glass where none was measured [G3]", () => {
    const plain = { width: 1920, height: 1080, diagonal: null };
    expect(largeType(plain, null)).toBeCloseTo(largeType({ ...plain, diagonal: 43 }, 3));
  });
});

it("what a finger must hit is twenty millimetres, and never under 44 px [G2]", () => {
  fc.assert(
    fc.property(glass, (one) => {
      expect(targetSide(one)).toBeGreaterThanOrEqual(44);
      expect(targetSide(one) * millimetres(one)).toBeGreaterThanOrEqual(20 - 1e-6);
    }),
  );
  expect(targetSide({ width: 1920, height: 1080, diagonal: 22 })).toBe(79);
});
