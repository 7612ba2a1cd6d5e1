// When a new build may take over: between two cards, of the only posting too, at once where none turns, never under a visitor's finger.
import { signal } from "@preact/signals";
import { afterEach, expect, it, vi } from "vitest";
import { takeNewBuild } from "../../kiosk/takeNewBuild.ts";

let stop: () => void = () => undefined;
afterEach(() => stop());

function watch(since: number | null) {
  const parts = {
    ready: signal(false),
    turn: signal(since === null ? null : { since }),
    visited: signal(false),
    restart: vi.fn(),
  };
  stop = takeNewBuild(parts);
  return parts;
}

it("lobby 14: waits for the end of the card, and of the same card where there is only one", () => {
  const { ready, turn, restart } = watch(1);
  turn.value = { since: 2 };
  ready.value = true;
  expect(restart).not.toHaveBeenCalled();
  turn.value = { since: 2 };
  expect(restart, "new wording in place is no end").not.toHaveBeenCalled();
  turn.value = { since: 3 };
  expect(restart).toHaveBeenCalledTimes(1);
});

it("lobby 14: does not wait where nothing turns: an empty board", () => {
  const { ready, restart } = watch(null);
  expect(restart).not.toHaveBeenCalled();
  ready.value = true;
  expect(restart).toHaveBeenCalledTimes(1);
});

it("lobby 14: not while somebody reads by hand, nor in the middle of the card after it", () => {
  const { ready, turn, visited, restart } = watch(1);
  ready.value = true;
  visited.value = true;
  turn.value = { since: 2 };
  visited.value = false;
  expect(restart).not.toHaveBeenCalled();
  turn.value = { since: 3 };
  expect(restart).toHaveBeenCalledTimes(1);
});
