// The board as this display holds it: takes deltas by the domain's rules, keeps its last content whatever happens.
// Made by main.tsx; fed by connection, read by player and boardCache.
import { type ReadonlySignal, signal } from "@preact/signals";
import { applyDelta, type Board, type Delta, type Epoch } from "../server/domain/board.ts";
import type { BoardAnswer } from "../server/domain/httpContract.ts";
import type { Revision } from "../server/domain/posting.ts";

/** The state a question to the server was asked from. */
export interface Have {
  readonly epoch: Epoch;
  readonly revision: Revision;
}

export interface HeldBoard {
  readonly current: ReadonlySignal<Board | null>;
  have(): Have | null;
  /** A delta nobody asked for. False where something is missing: pull. */
  push(delta: Delta): boolean;
  /** The answer to a question asked while the board stood at `asked`. False where the question is to be asked again. */
  answer(delta: Delta, asked: Have | null): boolean;
}

export function createBoard(initial: Board | null = null): HeldBoard {
  const current = signal<Board | null>(initial);
  const have = (): Have | null => {
    const board = current.peek();
    return board === null ? null : { epoch: board.epoch, revision: board.revision };
  };
  const take = (delta: Delta): boolean => {
    const next = applyDelta(current.peek(), delta);
    if (next === null) return false;
    current.value = next;
    return true;
  };
  const wouldGoBack = (delta: Delta): boolean => {
    const mine = have();
    return delta.kind === "reset" && mine !== null && delta.epoch === mine.epoch && delta.to < mine.revision;
  };
  return {
    current,
    have,
    push: (delta) => !wouldGoBack(delta) && take(delta),
    answer(delta, asked) {
      // An older whole state is right where the server truly stands behind, and wrong where a push overtook the answer.
      const mine = have();
      const overtaken = asked?.epoch !== mine?.epoch || asked?.revision !== mine?.revision;
      return !(overtaken && wouldGoBack(delta)) && take(delta);
    },
  };
}

/** A whole board as the answer to a question for changes. */
export function asReset(whole: BoardAnswer): Delta {
  return { kind: "reset", epoch: whole.epoch, to: whole.revision, office: whole.office, put: whole.postings };
}

/** Whether two states of a board differ in nothing but their revision. */
export function showsTheSame(one: Board, other: Board): boolean {
  if (one.epoch !== other.epoch || one.office !== other.office || one.postings.size !== other.postings.size)
    return false;
  return [...one.postings].every(([code, posting]) => other.postings.get(code) === posting);
}
