// How the translation service stands, for all jobs and instances alike: stopped until staff act, paused by the breaker, budget of the month.
// [MH1] Five failures in a row pause everything for a minute, then two, four … up to a quarter of an hour; one success ends it.
// [MH2] Key, quota, address: nothing is sent until staff ask again, the configuration changes or (quota, budget) the month turns.
// [MH3] Characters are counted before they are sent, so that a killed process never spends more than the budget. Called by services/workMachine.
import type { TranslatorHealth, TranslatorProblem } from "../domain/machine.ts";
import type { Instant } from "../domain/time.ts";
import type { Store } from "../store/store.ts";

type MachineStore = Store["machine"];

export const BREAK_AFTER = 5;
const FIRST_PAUSE = 60_000;
const LONGEST_PAUSE = 900_000;

const months = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome", year: "numeric", month: "2-digit" });

/** As it stands now: what held for another configuration or month no longer does. [MH2] */
export function healthAt(health: TranslatorHealth, configuration: string, now: Instant): TranslatorHealth {
  const month = months.format(now);
  const turned = health.month !== month;
  const other = health.configuration !== configuration;
  const lifted = other || (turned && (health.stopped === "translatorQuota" || health.stopped === "translatorBudget"));
  return {
    ...health,
    configuration,
    month,
    characters: turned ? 0 : health.characters,
    stopped: lifted ? null : health.stopped,
    ...(other ? { failures: 0, pausedUntil: 0 } : {}),
  };
}

/** False, and stopped, where the month's budget would be exceeded. [MH3] */
export async function spend(
  store: MachineStore,
  configuration: string,
  now: Instant,
  characters: number,
  budget: number | null,
): Promise<boolean> {
  let spent = true;
  await store.changeHealth((before) => {
    const health = healthAt(before, configuration, now);
    spent = budget === null || health.characters + characters <= budget;
    return spent
      ? { ...health, characters: health.characters + characters }
      : { ...health, stopped: "translatorBudget" };
  });
  return spent;
}

export async function noteSuccess(store: MachineStore, configuration: string, now: Instant): Promise<void> {
  await store.changeHealth((before) => ({ ...healthAt(before, configuration, now), failures: 0, pausedUntil: 0 }));
}

/** Gives back what was counted for a call that brought nothing. [MH1] */
export async function noteFailure(
  store: MachineStore,
  configuration: string,
  now: Instant,
  failure: {
    readonly stop: TranslatorProblem | null;
    readonly counts: boolean;
    readonly retryAfter: number | null;
    readonly unspent: number;
  },
): Promise<void> {
  await store.changeHealth((before) => {
    const health = healthAt(before, configuration, now);
    const failures = health.failures + (failure.counts ? 1 : 0);
    const pause = failures < BREAK_AFTER ? 0 : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - BREAK_AFTER));
    const asked = (failure.retryAfter ?? 0) * 1000;
    return {
      ...health,
      failures,
      stopped: failure.stop ?? health.stopped,
      pausedUntil: Math.max(health.pausedUntil, now + pause, now + asked),
      characters: Math.max(0, health.characters - failure.unspent),
    };
  });
}

/** Staff ask again: one try. [MH2] */
export async function tryAgain(store: MachineStore, configuration: string, now: Instant): Promise<void> {
  await store.changeHealth((before) => ({ ...healthAt(before, configuration, now), stopped: null, pausedUntil: 0 }));
}
