// Public codes and their check character.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base32, codeOf, drawCode, fromBase32, readCode } from "../../server/domain/code.ts";

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const value = fc.integer({ min: 0, max: 2 ** 30 - 1 });
/** The first plain code at or after a number. */
function codeFrom(start: number): string {
  let next = start;
  return drawCode(() => next++);
}
const code = value.map(codeFrom);

describe("code", () => {
  it("[C1] a wrong character is never another valid code", () => {
    fc.assert(
      fc.property(code, fc.nat(6), fc.constantFrom(...DIGITS), (good, place, digit) => {
        const bad = good.slice(0, place) + digit + good.slice(place + 1);
        expect(readCode(bad)).toBe(bad === good ? good : null);
      }),
      { numRuns: 5000 },
    );
  });

  it("[C1] two neighbours swapped are never another valid code", () => {
    fc.assert(
      fc.property(code, fc.nat(5), (good, place) => {
        const bad = good.slice(0, place) + good.charAt(place + 1) + good.charAt(place) + good.slice(place + 2);
        expect(readCode(bad)).toBe(bad === good ? good : null);
      }),
      { numRuns: 5000 },
    );
  });

  it("[C2] holds letters and digits only, and about one number in seven is not used", () => {
    const used = Array.from({ length: 3700 }, (_, index) => codeOf(index)).filter((one) => one !== null);
    expect(used).toHaveLength(3200);
    for (const one of used) expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{7}$/);
  });

  it("[C3] is read as people write it", () => {
    const good = codeFrom(123_456_789);
    expect(readCode(good.toLowerCase())).toBe(good);
    expect(readCode(`${good.slice(0, 3)}-${good.slice(3)}`)).toBe(good);
    expect(readCode(` ${good.replaceAll("0", "o").replaceAll("1", "l")} `)).toBe(good);
    for (const nonsense of ["", "x", "ABCDEFGH", "UUUUUUU", "../../x", "٣٣٣٣٣٣٣"])
      expect(readCode(nonsense)).toBe(null);
  });

  it("a revision comes back from base 32", () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), (revision) => {
        expect(fromBase32(base32(revision).toLowerCase())).toBe(revision);
      }),
    );
    expect(fromBase32("")).toBe(null);
    expect(fromBase32("!")).toBe(null);
    expect(fromBase32("ZZZZZZZZZZZ")).toBe(null);
  });
});
