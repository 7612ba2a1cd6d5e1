// The order staff give a board by hand. Called by the desk's page of the order; read by livePostings.
// [BO1] Pinned postings stay before all others; among themselves, and after them, those put in order come first, the rest by their closing.
// [BO2] A move fixes no more than it must: what stands behind the last posting moved goes on by its closing, and so does what is new.
import type { Code } from "./code.ts";

export interface Ordered {
  readonly code: Code;
  readonly pinned: boolean;
}

/** Where a posting may go: among the pinned, or among the others. [BO1] @returns first and last place */
export function reachOnBoard(shown: readonly Ordered[], from: number): readonly [first: number, last: number] {
  const pinned = shown.filter((one) => one.pinned).length;
  return shown[from]?.pinned ? [0, pinned - 1] : [pinned, shown.length - 1];
}

/** The order after one posting has moved. @param shown the board as it reads now @param order as staff put it before */
export function movedOnBoard(shown: readonly Ordered[], order: readonly Code[], from: number, to: number): Code[] {
  const moving = shown[from];
  if (moving === undefined) return [...order];
  const [first, last] = reachOnBoard(shown, from);
  const place = Math.min(Math.max(to, first), last);
  const put = new Set(order);
  const others = shown.filter((one) => one.pinned !== moving.pinned && put.has(one.code));
  const mine = shown.slice(first, last + 1);
  const fixed = mine.filter(({ code }) => put.has(code)).length;
  const rest = mine.filter((one) => one !== moving);
  const moved = [...rest.slice(0, place - first), moving, ...rest.slice(place - first)];
  // [BO2] Up to the place it went to, and those that were in order before.
  const grown = put.has(moving.code) || place - first >= fixed ? fixed : fixed + 1;
  const kept = moved.slice(0, Math.max(place - first + 1, grown));
  return [...others, ...kept].map(({ code }) => code);
}
