// Proves that displays end alike whatever pushes were lost, doubled or reordered on the way. [D1]-[D4]
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createBoard, showsTheSame } from "../../kiosk/board.ts";
import { applyDelta, type Board, type Delta } from "../../server/domain/board.ts";
import { buildOffice, codeNumber, numbered } from "./buildPosting.ts";

const office = buildOffice();
const START: Board = { epoch: "e1", revision: 0, office, postings: new Map() };
const change = (from: number, put: number[], removed: number[] = []): Delta => ({
  kind: "changes",
  epoch: "e1",
  from,
  to: from + 1,
  office: null,
  put: put.map((n) => numbered(n, { revision: from + 1 }, 0)),
  removed: removed.map(codeNumber),
});
const reset = (to: number, put: number[], epoch = "e1"): Delta => ({
  kind: "reset",
  epoch,
  to,
  office,
  put: put.map((n) => numbered(n, { revision: to }, 0)),
});

const codes = (board: Board | null) => [...(board?.postings.keys() ?? [])].sort();

describe("board", () => {
  it("converges through 500 edits with pushes lost, doubled and reordered", () => {
    const edit = fc.record({
      n: fc.nat({ max: 20 }),
      remove: fc.boolean(),
      fate: fc.constantFrom("arrives", "lost", "twice", "late"),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 500 }), (edits) => {
        const held = createBoard(START);
        let truth: Board = START;
        const late: Delta[] = [];
        const pull = () => held.answer(wholeOf(truth), held.have());
        for (const { n, remove, fate } of edits) {
          const delta = remove ? change(truth.revision, [], [n]) : change(truth.revision, [n]);
          truth = applyDelta(truth, delta) as Board;
          if (fate === "late") late.push(delta);
          if (fate === "arrives" || fate === "twice") if (!held.push(delta)) pull();
          if (fate === "twice") expect(held.push(delta)).toBe(true);
        }
        for (const delta of late.reverse()) if (!held.push(delta)) pull();
        pull();
        expect(held.current.value?.revision).toBe(truth.revision);
        expect(codes(held.current.value)).toEqual(codes(truth));
      }),
      { numRuns: 60 },
    );
  });

  it("pulls on a gap and shows its content meanwhile", () => {
    const held = createBoard(START);
    expect(held.push(change(0, [1]))).toBe(true);
    expect(held.push(change(5, [2]))).toBe(false);
    expect(codes(held.current.value)).toEqual([codeNumber(1)]);
  });

  it("does not let an answer overtaken by a push take the board back", () => {
    const held = createBoard(START);
    const asked = held.have();
    held.push(change(0, [1]));
    held.push(change(1, [], [1]));
    expect(held.answer(reset(1, [1]), asked)).toBe(false);
    expect(codes(held.current.value)).toEqual([]);
  });

  it("tells a mere step of the revision from a change", () => {
    const held = createBoard(START);
    held.push(change(0, [1]));
    const before = held.current.value as Board;
    held.push(change(1, []));
    expect(showsTheSame(before, held.current.value as Board)).toBe(true);
    held.push(change(2, [1]));
    expect(showsTheSame(before, held.current.value as Board)).toBe(false);
  });

  it("follows a server that truly stands behind, and one of another epoch", () => {
    const held = createBoard({ ...START, revision: 9 });
    expect(held.push(reset(4, [1]))).toBe(false);
    expect(held.answer(reset(4, [1]), held.have())).toBe(true);
    expect(held.current.value?.revision).toBe(4);
    expect(held.push(reset(2, [3], "e2"))).toBe(true);
    expect(codes(held.current.value)).toEqual([codeNumber(3)]);
  });
});

function wholeOf(board: Board): Delta {
  return { kind: "reset", epoch: board.epoch, to: board.revision, office, put: [...board.postings.values()] };
}
