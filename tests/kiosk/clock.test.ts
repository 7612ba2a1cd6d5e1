// Proves that deadlines are kept on machines whose clock is wrong, set, or absent. [Z1][Z2]
import { describe, expect, it } from "vitest";
import { createClock } from "../../kiosk/clock.ts";

const SERVER = Date.UTC(2026, 10, 21, 9);
const HOUR = 3_600_000;

function device(wall: number) {
  const state = { monotonic: 1_000, wall };
  const sources = { monotonic: () => state.monotonic, wall: () => state.wall };
  const pass = (ms: number) => {
    state.monotonic += ms;
    state.wall += ms;
  };
  return { state, sources, pass };
}

describe("clock", () => {
  it("[Z1] follows the server, then the monotonic counter, whatever the wall clock is set to", () => {
    const { state, sources, pass } = device(SERVER - 5 * HOUR);
    const clock = createClock(null, sources);
    clock.hear(SERVER);
    expect(clock.now()).toBe(SERVER);
    state.wall += 900 * HOUR;
    pass(60_000);
    expect(clock.now()).toBe(SERVER + 60_000);
    state.wall = 0;
    expect(clock.now()).toBe(SERVER + 60_000);
  });

  it("takes the least delayed of several samples, and follows a server whose clock was set", () => {
    const { sources, pass } = device(SERVER);
    const clock = createClock(null, sources);
    clock.hear(SERVER);
    pass(1_000);
    clock.hear(SERVER + 200);
    expect(clock.now()).toBe(SERVER + 1_000);
    clock.hear(SERVER - 2 * HOUR);
    expect(clock.now()).toBe(SERVER - 2 * HOUR);
    clock.hear(SERVER + HOUR);
    expect(clock.now()).toBe(SERVER + HOUR);
  });

  it("[Z2] after a restart without a server is never before the last server time seen", () => {
    const noBattery = device(Date.UTC(2021, 0, 1));
    const clock = createClock({ server: SERVER, wall: SERVER }, noBattery.sources);
    expect(clock.now()).toBe(SERVER);
    noBattery.pass(HOUR);
    expect(clock.now()).toBe(SERVER + HOUR);
  });

  it("[Z2] after a restart keeps correcting a device clock that is wrong by the same hours as before", () => {
    const wrong = device(SERVER + 3 * HOUR);
    const first = createClock(null, wrong.sources);
    first.hear(SERVER);
    const mark = first.mark();
    wrong.pass(10 * HOUR);
    wrong.state.monotonic = 5;
    expect(createClock(mark, wrong.sources).now()).toBe(SERVER + 10 * HOUR);
  });

  it("[Z3] is not trusted after a sleep in which it counted nothing, until the server is heard again", () => {
    const { state, sources, pass } = device(SERVER);
    const clock = createClock(null, sources);
    clock.hear(SERVER);
    pass(HOUR);
    expect(clock.trust()).toBe("known");
    state.wall += 8 * HOUR;
    pass(60_000);
    expect(clock.trust(), "an hour and a minute of it are known to have passed").toBe("wrong");
    clock.hear(SERVER + 9 * HOUR + 60_000);
    expect(clock.trust()).toBe("known");
    state.wall += 8 * HOUR;
    expect(clock.trust(), "a clock just set, with a line: the next word is near").toBe("known");
    pass(130_000);
    expect(clock.trust()).toBe("wrong");
    clock.hear(SERVER + 10 * HOUR);
    state.wall -= 8 * HOUR;
    pass(130_000);
    expect(clock.trust(), "nothing sleeps backwards").toBe("known");
  });

  it("[Z3] keeps to the lease its office has set", () => {
    const { sources, pass } = device(SERVER);
    const lease = { hours: 4 };
    const clock = createClock(null, sources, () => lease.hours);
    clock.hear(SERVER);
    pass(3.9 * HOUR);
    expect(clock.trust()).toBe("known");
    pass(0.2 * HOUR);
    expect(clock.trust()).toBe("expired");
    lease.hours = 72;
    expect(clock.trust()).toBe("known");
  });

  it("[Z3] says when it cannot be trusted: never heard, set back, silent for longer than the lease", () => {
    const { sources, pass } = device(SERVER);
    const fresh = createClock(null, sources);
    expect(fresh.trust()).toBe("unknown");
    fresh.hear(SERVER);
    expect(fresh.trust()).toBe("known");
    pass(71 * HOUR);
    expect(fresh.trust()).toBe("known");
    pass(2 * HOUR);
    expect(fresh.trust()).toBe("expired");
    fresh.hear(SERVER + 73 * HOUR);
    expect(fresh.trust()).toBe("known");
    const mark = { server: SERVER, wall: SERVER };
    expect(createClock(mark, device(SERVER + HOUR).sources).trust()).toBe("known");
    expect(createClock(mark, device(SERVER - HOUR).sources).trust()).toBe("wrong");
    expect(createClock(mark, device(SERVER + 100 * HOUR).sources).trust()).toBe("expired");
    const noBattery = createClock(mark, device(Date.UTC(2021, 0, 1)).sources);
    expect(noBattery.trust()).toBe("wrong");
    noBattery.hear(SERVER + HOUR);
    expect(noBattery.trust()).toBe("known");
  });
});
