// The display in a real browser with its clock wrong, unknown, asleep or elsewhere, with the lease of its office over, on both nights on which clocks change,
// and on a day of closure: what hangs is what surely may. (lobby 7, 26, 27)
import { expect, it, vi } from "vitest";
import { endOf, romeInstant } from "../../server/domain/time.ts";
import { describeWith } from "../setup/describeWith.ts";
import type { BoardServer } from "./boardServer.ts";
import { buildOffice, numbered } from "./buildPosting.ts";
import { holdsPosting } from "./holdsPosting.ts";
import { samplePostings } from "./samplePostings.ts";
import { PATIENCE, pause, post, SKEW, serverNow, watchedDisplay } from "./watchedDisplay.ts";
import { watchFrames } from "./watchFrames.ts";

vi.setConfig({ testTimeout: 90_000 });

const HOUR = 3_600_000;
const OFFICE_ONLY = "Gli annunci di oggi si chiedono allo sportello";

describeWith(["browser"], "the lobby display and time", () => {
  const display = watchedDisplay();
  const cutOff = (server: BoardServer) => {
    server.fault = "500";
    server.socketFault = "refuse";
  };
  const heal = (server: BoardServer) => {
    server.fault = "none";
    server.socketFault = "none";
  };
  /** The device's clock as the next page meets it: so many hours away from where it stood. */
  const setDeviceClock = (hours: number) =>
    display.page().evaluateOnNewDocument((ms) => {
      const then = Date.now.bind(Date);
      Date.now = () => then() + ms;
    }, hours * HOUR);
  const keptOnDevice = async () => {
    await display.shows("Posto 4");
    await display.watching();
    await holdsPosting(display.page(), "Posto 4", PATIENCE);
    await holdsPosting(display.page(), "lastContact", PATIENCE);
  };
  const urgent = () => ({
    id: "u1",
    kind: "notice" as const,
    scope: { kind: "office" as const, office: "lecce" },
    texts: { it: "Uscire con calma." },
    from: serverNow() - 1_000,
    until: serverNow() + 20 * HOUR,
  });

  it("lobby 27: set back while it was off and without a line, it shows the office only, and the board when it is told the time", async () => {
    await display.open([post(4)]);
    await keptOnDevice();
    display.server().raise(urgent());
    await display.shows("Uscire con calma.");
    cutOff(display.server());
    await setDeviceClock(-24);
    await display.page().reload();
    await display.shows(OFFICE_ONLY);
    expect(await display.words()).not.toMatch(/Posto 4|Uscire con calma/);
    display.server().raise();
    heal(display.server());
    await display.shows("Posto 4");
  });

  it.each([
    ["three days where nothing is said", {}, 71, 73],
    ["four hours where its office says so", { leaseHours: 4 }, 3.5, 4.5],
  ])(
    "lobby 7: shows postings without a line until the lease is over, then the office only: %s",
    async (_name, changes, within, after) => {
      const postings = [post(4, { until: serverNow() + 300 * HOUR })];
      await display.serve({ office: buildOffice(changes), postings, revision: 10 });
      await display.load();
      await keptOnDevice();
      cutOff(display.server());
      await setDeviceClock(within);
      await display.page().reload();
      await display.shows("Posto 4");
      await setDeviceClock(after - within);
      await display.page().reload();
      await display.shows(OFFICE_ONLY);
      expect(await display.words()).not.toContain("Posto 4");
    },
  );

  it("slept without a line: it shows the office only", async () => {
    await display.open([post(4)]);
    await display.page().evaluateOnNewDocument(() => {
      const [wall, counted] = [Date.now.bind(Date), performance.now.bind(performance)];
      const shift = { wall: 0, counted: 0 };
      Object.assign(window, { shift });
      Date.now = () => wall() + shift.wall;
      performance.now = () => counted() + shift.counted;
    });
    await display.page().reload();
    await keptOnDevice();
    await display.server().stop();
    const pass = (wall: number, counted: number) =>
      display.page().evaluate(
        (ms, counts) => {
          const { shift } = window as unknown as { readonly shift: { wall: number; counted: number } };
          shift.wall += ms;
          shift.counted += counts;
        },
        wall,
        counted,
      );
    // Two minutes awake, in steps that its watch over frames takes for slow ones.
    for (let step = 0; step < 13; step += 1) {
      await pass(10_000, 10_000);
      await pause(1_100);
    }
    expect(await display.words()).toContain("Posto 4");
    await pass(8 * HOUR, 0);
    await display.shows(OFFICE_ONLY);
  });

  it("lobby 26: says the same hours and days in whatever zone its device believes to be", async () => {
    const said: string[] = [];
    await display.open(samplePostings(serverNow()).slice(0, 1), "office=lecce&lang=de");
    for (const zone of ["Europe/Rome", "Pacific/Auckland", "America/Los_Angeles"]) {
      await display.page().emulateTimezone(zone);
      await display.page().reload();
      await display.shows("Koch oder Köchin");
      const lines = (await display.words()).split("\n");
      expect(lines.at(-1), zone).toMatch(/^10:\d\d .*Stand 10:\d\d Uhr/);
      said.push(lines.slice(0, -1).join("\n"));
    }
    expect(said[0]).toMatch(/\d\. (November|Dezember|Januar)/);
    expect(new Set(said).size, said.join("\n---\n")).toBe(1);
  });

  it.each([
    ["the night that repeats an hour", "2026-10-25", "2026-10-25T23:00:00.000Z"],
    ["the night that skips one", "2027-03-28", "2027-03-28T22:00:00.000Z"],
    ["an ordinary one", "2026-11-24", "2026-11-24T23:00:00.000Z"],
  ])("lobby 26: a posting hangs to the last second of its Rome day, on the day of %s", async (_name, day, ends) => {
    const until = endOf({ day, time: null });
    expect(new Date(until).toISOString()).toBe(ends);
    await display.serve({ skew: until - 8_000 - Date.now(), postings: [], revision: 10 });
    await display.load();
    await display.shows("Viale Belgio");
    await display.watching();
    const now = () => Date.now() + display.server().skew;
    display.server().put(numbered(1, { until }, until - 8_000));
    await display.shows("Posto 1");
    await display.page().evaluate(watchFrames);
    await display.shows("Viale Belgio");
    expect(now()).toBeGreaterThanOrEqual(until - 50);
    expect(now()).toBeLessThan(until + 5_000);
    expect((await display.frames()).empty).toBe(0);
  });

  it.each([
    ["the night that repeats an hour", "2026-10-25", "05:00"],
    ["the night that skips one", "2027-03-28", "04:00"],
  ])("lobby 26: rests until six by Rome's clock after %s", async (_name, day, utc) => {
    const six = romeInstant(day, "06:00");
    expect(new Date(six).toISOString()).toBe(`${day}T${utc}:00.000Z`);
    const skew = six - 65_000 - Date.now();
    const postings = [numbered(4, {}, six)];
    await display.serve({ skew, office: buildOffice({ demonstration: false }), postings, revision: 10 });
    await display.load();
    await display.shows("08:30");
    expect(await display.words()).not.toContain("Posto 4");
    await display.watching();
    await display.page().waitForFunction(() => document.body.innerText.includes("Posto 4"), { timeout: 80_000 });
    expect(Date.now() + skew).toBeGreaterThanOrEqual(six - 50);
  });

  it("rests on a day of closure, and says when it opens again", async () => {
    const office = buildOffice({
      demonstration: false,
      closures: [{ from: "2026-11-24", to: "2026-11-25", reason: "Santo patrono" }],
    });
    await display.serve({ skew: SKEW, office, postings: [post(4)], revision: 10 });
    await display.load();
    await display.shows("26");
    expect(await display.words()).toContain("08:30");
    expect(await display.words()).not.toContain("Posto 4");
  });
});
