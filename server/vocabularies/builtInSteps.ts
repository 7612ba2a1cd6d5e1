// Something big that is built once: beforehand in steps, others being served in between, or at once for whoever cannot wait.
// Called by the occupations' search and matcher and by the lexicon.
import { giveWay } from "../giveWay.ts";

export interface Built<T> {
  /** Builds what is still missing, everybody waiting. */
  get(): T;
  prepare(): Promise<void>;
}

/** `build` yields after every step of a few milliseconds. */
export function builtInSteps<T>(build: () => Generator<void, T>): Built<T> {
  let building: Generator<void, T> | undefined;
  let built: { readonly it: T } | undefined;
  function step(): void {
    building ??= build();
    const { done, value } = building.next();
    if (done === true) built = { it: value };
  }
  return {
    get() {
      while (built === undefined) step();
      return built.it;
    },
    async prepare() {
      while (built === undefined) {
        step();
        await giveWay();
      }
    },
  };
}
