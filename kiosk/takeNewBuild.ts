// Lets a new build take over without anybody's reading being cut: when a turn has just ended, of the only posting too, or while none runs.
// Called by showOffice.
import { effect, type ReadonlySignal } from "@preact/signals";
import type { Turn } from "../server/domain/rotation.ts";

interface Between {
  readonly ready: ReadonlySignal<boolean>;
  readonly turn: ReadonlySignal<Pick<Turn, "since"> | null>;
  /** Somebody touches the glass. */
  readonly visited: ReadonlySignal<boolean>;
  readonly restart: () => void;
}

export function takeNewBuild({ ready, turn, visited, restart }: Between): () => void {
  let since = turn.peek()?.since;
  return effect(() => {
    const now = turn.value?.since;
    const between = now === undefined || now !== since;
    since = now;
    if (ready.value && between && !visited.value) restart();
  });
}
