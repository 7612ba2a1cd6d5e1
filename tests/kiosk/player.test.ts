// Proves how the display plays its board in time: prompt replacement, faulty postings, languages that arrive, clocks set back. [Y1]-[Y3]
import { computed, signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPlayer, type Player } from "../../kiosk/player.ts";
import type { Board } from "../../server/domain/board.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { buildOffice, codeNumber, numbered } from "./buildPosting.ts";

const START = Date.UTC(2026, 10, 21, 9);
let now = START;
let player: Player;

const boardOf = (...postings: PublicPosting[]): Board => ({
  epoch: "e1",
  revision: 1,
  office: buildOffice(),
  postings: new Map(postings.map((one) => [one.code, one])),
});
const pass = (ms: number) => {
  for (let passed = 0; passed < ms; passed += 100) {
    now += 100;
    vi.advanceTimersByTime(100);
  }
};
const shown = () => player.turn.value?.posting.code ?? null;

function play(board: Board | null, charactersOf: (posting: PublicPosting) => number = () => 10) {
  const parts = { board: signal(board), locales: signal<readonly string[]>(["it", "en"]) };
  const profile = computed(() => ({ rounds: parts.locales.value.map((one) => [one]), sectionWeights: {}, half: null }));
  player = createPlayer({ board: parts.board, profile, now: () => now, charactersOf });
  return parts;
}

beforeEach(() => {
  now = START;
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  player.stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("player", () => {
  it("[Y1] holds each card its time, on one timer, language after language", () => {
    play(boardOf(numbered(1, {}, START), numbered(2, {}, START)));
    const first = shown();
    pass(5_300);
    expect(shown()).toBe(first);
    expect(vi.getTimerCount()).toBe(1);
    pass(200);
    expect(shown()).not.toBe(first);
    expect(player.turn.value?.locale).toBe("it");
    pass(5_400);
    expect(player.turn.value?.locale).toBe("en");
  });

  it("replaces a withdrawn card in the same breath, and one over its deadline within a second", () => {
    const parts = play(
      boardOf(numbered(1, { until: START + 3_050 }, START), numbered(2, {}, START), numbered(3, {}, START)),
    );
    expect(shown()).toBe(codeNumber(1));
    pass(4_000);
    expect(shown()).not.toBe(codeNumber(1));
    const second = shown() as string;
    const rest = [...(parts.board.peek() as Board).postings.values()].filter((one) => one.code !== second);
    parts.board.value = boardOf(...rest);
    expect(shown()).not.toBe(second);
    parts.board.value = boardOf();
    expect(player.turn.value).toBeNull();
  });

  it("[Y2] passes over a posting that cannot be shown until it changes", async () => {
    const parts = play(boardOf(numbered(1, {}, START), numbered(2, {}, START)));
    player.skip(numbered(1, {}, START));
    for (let n = 0; n < 5; n += 1) {
      expect(shown()).toBe(codeNumber(2));
      pass(5_500);
    }
    parts.board.value = boardOf(numbered(1, { revision: 2 }, START), numbered(2, {}, START));
    pass(5_500);
    expect(shown()).toBe(codeNumber(1));
  });

  it("[Y2] passes over a posting whose characters cannot even be counted", async () => {
    play(boardOf(numbered(1, {}, START), numbered(2, {}, START)), (posting) => {
      if (posting.code === codeNumber(1)) throw new TypeError("odd");
      return 10;
    });
    await Promise.resolve();
    expect(shown()).toBe(codeNumber(2));
  });

  it("[Y3] a clock set back by hours holds no card beyond its own time", () => {
    play(boardOf(numbered(1, {}, START), numbered(2, {}, START)));
    const first = shown();
    now -= 7_200_000;
    pass(6_600);
    expect(shown()).not.toBe(first);
  });

  it("shows nothing until a language is there, then begins", () => {
    const parts = play(boardOf(numbered(1, {}, START)));
    parts.locales.value = [];
    expect(player.turn.value).toBeNull();
    parts.locales.value = ["de"];
    expect(player.turn.value?.locale).toBe("de");
  });
});
