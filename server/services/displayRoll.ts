// The displays and urgent notices as this process knows them, and what each display last told: read on every beat and broadcast, so kept in memory.
// Filled from the store, renewed after each commit (also of other processes), beats written down every few seconds. Made by app.ts.
// [DR1] A beat is only held until the next writing down; what several processes hear meets in the store.
import type { Beat, Display, Seen } from "../domain/display.ts";
import type { Office } from "../domain/owner.ts";
import type { Instant } from "../domain/time.ts";
import type { PublicUrgent, Urgent } from "../domain/urgent.ts";
import { concerns, isInForce, publicUrgent } from "../domain/urgent.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Change } from "./mirror.ts";

/** A commit of more events than this is looked at no closer. */
const MOST_EVENTS = 500;

export interface DisplayRoll {
  displays(): ReadonlyMap<string, Display>;
  seen(id: string): Seen | null;
  /** What an office's displays are told, now. */
  urgentsOf(office: Pick<Office, "id" | "parent" | "province">): PublicUrgent[];
  hear(id: string, beat: Beat): void;
  /** Since when it is dark and whether that has been told; the watch over health keeps it here. */
  note(id: string, darkSince: Instant | null, toldAt: Instant | null): void;
  /** Reads displays and notices anew; what changed is told to the listeners. */
  reload(): Promise<void>;
  /** After a commit, of whichever process: reads anew only where it was about displays. */
  follow(change: Pick<Change, "from" | "boards">): Promise<void>;
  onChange(listener: (change: { readonly displays: readonly Display[]; readonly urgents: boolean }) => void): void;
  /** Writes beats down and reads those of other processes. */
  exchange(): Promise<void>;
}

export async function createDisplayRoll({
  store,
  clock,
}: {
  readonly store: Pick<Store, "displays" | "events">;
  readonly clock: Clock;
}): Promise<DisplayRoll> {
  let displays = new Map<string, Display>();
  let urgents: Urgent[] = [];
  const told = new Map<string, Seen>();
  const unwritten = new Set<string>();
  const listeners: Parameters<DisplayRoll["onChange"]>[0][] = [];

  async function reload(): Promise<void> {
    const before = { displays, urgents: JSON.stringify(urgents) };
    displays = new Map((await store.displays.displays()).map((one) => [one.id, one]));
    urgents = await store.displays.urgents(clock.now());
    const changed = [...displays.values()].filter(
      (one) => JSON.stringify(before.displays.get(one.id)) !== JSON.stringify(one),
    );
    const moved = before.urgents !== JSON.stringify(urgents);
    if (changed.length > 0 || moved) for (const listener of listeners) listener({ displays: changed, urgents: moved });
  }

  await reload();
  for (const one of await store.displays.seen()) told.set(one.display, one);
  return {
    displays: () => displays,
    seen: (id) => told.get(id) ?? null,
    urgentsOf(office) {
      const now = clock.now();
      return urgents.filter((one) => isInForce(one, now) && concerns(one.scope, office)).map(publicUrgent);
    },
    hear(id, beat) {
      const before = told.get(id);
      told.set(id, {
        display: id,
        at: clock.now(),
        beat,
        darkSince: before?.darkSince ?? null,
        toldAt: before?.toldAt ?? null,
      });
      unwritten.add(id);
    },
    note(id, darkSince, toldAt) {
      const before = told.get(id);
      if (before === undefined || (before.darkSince === darkSince && before.toldAt === toldAt)) return;
      told.set(id, { ...before, darkSince, toldAt });
    },
    reload,
    async follow({ from, boards }) {
      const events = await store.events(from, MOST_EVENTS);
      const ours = events.some(({ verb }) => verb.startsWith("display.") || verb.startsWith("urgent."));
      if (boards || ours || events.length >= MOST_EVENTS) await reload();
    },
    onChange: (listener) => void listeners.push(listener),
    async exchange() {
      const mine = [...unwritten].flatMap((id) => told.get(id) ?? []);
      unwritten.clear();
      if (mine.length > 0) await store.displays.putSeen(mine);
      for (const other of await store.displays.seen()) {
        const before = told.get(other.display);
        if (before === undefined || other.at > before.at)
          told.set(other.display, { ...other, darkSince: before?.darkSince ?? null, toldAt: before?.toldAt ?? null });
      }
    },
  };
}
