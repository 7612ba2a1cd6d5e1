// What differs between two states of a record, for the log: each place by its dotted path, as it was and as it is. Called by the services
// that record a change. [AU1] Only what differs is kept: the log lives for years, and a working copy is saved every few words.
// [AU2] What gives a candidate away is masked: a working copy can be corrected, the log cannot.
import { candidatesIn } from "./checks/candidatesIn.ts";

export type Changes = {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
};

/** A place that one side lacks stands there as null. Lists of the same length are compared item by item, others as a whole. */
export function changesOf(before: unknown, after: unknown): Changes {
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  compare([], before ?? null, after ?? null);
  return { before: was, after: is };

  function compare(path: readonly string[], one: unknown, other: unknown): void {
    if (Object.is(one, other)) return;
    const inner = innerKeys(one, other);
    if (inner === null) {
      if (JSON.stringify(one) === JSON.stringify(other)) return;
      was[path.join(".")] = withoutCandidates(one);
      is[path.join(".")] = withoutCandidates(other);
      return;
    }
    const [left, right] = [one, other] as [Record<string, unknown>, Record<string, unknown>];
    for (const key of inner) compare([...path, key], left[key] ?? null, right[key] ?? null);
  }
}

/** The keys to look into, where both are objects or lists of one length; null where they are compared as they stand. */
function innerKeys(one: unknown, other: unknown): string[] | null {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return null;
  if (Array.isArray(one) !== Array.isArray(other)) return null;
  if (Array.isArray(one) && one.length !== (other as unknown[]).length) return null;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])];
}

/** The same, each text that gives a candidate away masked. [AU2] */
export function withoutCandidates<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_key, one) => (typeof one === "string" ? (candidatesIn(one) ?? one) : one)),
  ) as T;
}
