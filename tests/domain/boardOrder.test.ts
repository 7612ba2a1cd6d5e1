// Proves the order of a board put by hand: what it fixes, what goes on by itself, and that every move lands where it was meant. [BO1] [BO2]
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { livePostings } from "../../server/domain/board.ts";
import { movedOnBoard, reachOnBoard } from "../../server/domain/boardOrder.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { anOffice } from "../builders.ts";
import { DAY, numbered } from "../kiosk/buildPosting.ts";

const START = Date.UTC(2026, 10, 21, 9);

/** Number n closes n days from now; the pinned ones by their numbers. */
function postings(count: number, pinned: readonly number[] = []): PublicPosting[] {
  return Array.from({ length: count }, (_, n) => {
    const one = numbered(n, {}, START);
    const content = { ...one.content, pinned: pinned.includes(n) };
    return { ...one, content, from: START - DAY, until: START + (n + 1) * DAY };
  });
}

const read = (all: readonly PublicPosting[], order?: readonly string[]) =>
  livePostings(
    {
      office: order === undefined ? anOffice("lecce") : { ...anOffice("lecce"), order: [...order] },
      postings: new Map(all.map((one) => [one.code, one])),
    },
    START,
  );
const ordered = (shown: readonly PublicPosting[]) =>
  shown.map(({ code, content }) => ({ code, pinned: content.pinned }));
const codes = (shown: readonly PublicPosting[]) => shown.map(({ code }) => code);

describe("the order of a board", () => {
  it("[BO1] is by closing while nobody has touched it, pinned first", () => {
    const all = postings(4, [2]);
    expect(codes(read(all))).toEqual([2, 0, 1, 3].map((n) => all[n]?.code));
  });

  it("[BO1] every move lands where it was meant, and moves nothing else, as far as pins allow", () => {
    const moves = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.uniqueArray(fc.nat(11), { maxLength: 3 }),
        moves,
        (n, pins, done) => {
          const all = postings(n, pins);
          let order: string[] = [];
          for (const [a, b] of done) {
            const before = read(all, order);
            const from = a % n;
            const [first, last] = reachOnBoard(ordered(before), from);
            const to = Math.min(Math.max(b % n, first), last);
            order = movedOnBoard(ordered(before), order, from, b % n);
            const expected = codes(before);
            expected.splice(to, 0, ...expected.splice(from, 1));
            expect(codes(read(all, order))).toEqual(expected);
          }
        },
      ),
    );
  });

  it("[BO2] fixes no more than was touched: a new posting that closes soon still comes before what nobody moved", () => {
    const all = postings(6);
    const order = movedOnBoard(ordered(read(all)), [], 3, 0);
    expect(order).toEqual([all[3]?.code]);
    const soon = { ...(numbered(9, {}, START) as PublicPosting), from: START - DAY, until: START + 1000 };
    expect(codes(read([...all, soon], order)).slice(0, 3)).toEqual([all[3]?.code, soon.code, all[0]?.code]);
    expect(movedOnBoard(ordered(read(all, order)), order, 0, 2)).toEqual([0, 1, 3].map((n) => all[n]?.code));
  });

  it("forgets what hangs no more", () => {
    const all = postings(4);
    const order = [all[3]?.code ?? "", "GONE123", all[2]?.code ?? ""];
    expect(movedOnBoard(ordered(read(all, order)), order, 1, 0)).toEqual([all[2]?.code, all[3]?.code]);
  });
});
