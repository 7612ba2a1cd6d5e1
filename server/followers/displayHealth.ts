// Watches over displays: notes since when one is not live, and once it has been so for five minutes of its office's opening hours writes it into the log,
// once; and again when it is back. darkMail follows the log: verbs display.dark and display.back. Called by app.ts.
// [HW1] Once: the log itself is asked, so that several processes tell it once too.

import { healthOf, isOpen } from "../domain/display.ts";
import type { House } from "../house.ts";
import type { ScanCounter } from "../services/countScans.ts";
import { newestOf } from "../services/listDisplays.ts";

const EVERY = 5_000;
export const TOLD_AFTER = 300_000;

export function watchHealth(house: House, scans: ScanCounter, every = EVERY): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const look = async () => {
    try {
      await house.roll.exchange();
      await scans.flush();
      await lookOnce(house);
    } catch (error) {
      house.log.warn({ err: error }, "displays could not be looked at");
    }
    if (!stopped) timer = setTimeout(() => (running = look()), every);
  };
  let timer = setTimeout(() => (running = look()), every);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
    await house.roll.exchange().catch(() => undefined);
    await scans.flush().catch(() => undefined);
  };
}

export async function lookOnce(house: House): Promise<void> {
  const { roll, mirror, clock } = house;
  const now = clock.now();
  for (const display of roll.displays().values()) {
    const office = mirror.office(display.office);
    const seen = roll.seen(display.id);
    if (display.revokedAt !== null || office === null || seen === null) continue;
    const { state, causes } = healthOf(display, seen, newestOf(house, office.id), now);
    const dark = (state === "offline" || state === "frozen") && isOpen(office, now);
    const since = dark ? (seen.darkSince ?? now) : null;
    roll.note(display.id, since, since === null ? null : seen.toldAt);
    if (since !== null && seen.toldAt === null && now - since >= TOLD_AFTER) {
      await tell(house, display.id, "display.dark", { office: office.id, name: display.name, state, causes });
      roll.note(display.id, since, now);
    } else if (state === "live" && seen.darkSince !== null) {
      await tell(house, display.id, "display.back", { office: office.id, name: display.name });
    }
  }
}

/** Writes it down where the last word about it was not the same. [HW1] */
async function tell(
  { store, clock }: House,
  id: string,
  verb: "display.dark" | "display.back",
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  await store.write("system:health", clock.now(), async (tx) => {
    const last = (await tx.recentEvents(20, id)).find(
      (event) => event.verb === "display.dark" || event.verb === "display.back",
    );
    const before = last?.verb ?? "display.back";
    if (before !== verb) await tx.record(verb, id, facts);
  });
}
