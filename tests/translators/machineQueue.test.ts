// The queue of machine drafts: pauses, the circuit breaker, a killed process, one text that is always spoilt, and the month's budget.
// (translation 22, 25)
import { describe, expect, it } from "vitest";
import { askMachine } from "../../server/services/askMachine.ts";
import { chief } from "../builders.ts";
import { machineDesk } from "./machineDesk.ts";

const desk = await machineDesk();

describe("the queue of drafts", () => {
  it("goes on by itself after a pause, and the breaker holds all jobs back after five failures", async () => {
    const machine = desk.machineOf(desk.configOf("deepl"));
    const codes = [await desk.publish(), await desk.publish(["Si lavora anche la domenica."])];
    for (const code of codes) await askMachine(desk.house.house, chief, code, ["en", "fr", "de"]);
    desk.fakes.deepl.fault = { kind: "status", status: 503 };
    await desk.workAll(machine);
    expect(desk.fakes.deepl.asked).toHaveLength(5);
    expect((await desk.statusOf(machine, codes[0] as string)).trouble).toContain("in pausa");
    desk.fakes.deepl.fault = null;
    desk.later(120_000);
    await desk.workAll(machine);
    expect((await desk.house.store.translations(codes[1] as string)).map(({ locale }) => locale).sort()).toContain(
      "en",
    );
    expect((await machine.health()).failures).toBe(0);
  });

  it("[MW2] a process killed in the middle of a call loses two minutes, not the job; a pause the service asked for is kept", async () => {
    const code = await desk.publish();
    await askMachine(desk.house.house, chief, code, ["en"]);
    // What a killed process leaves behind: a job taken and never given back.
    expect((await desk.house.store.machine.claim(desk.clock.now(), desk.clock.now() + 120_000))?.code).toBe(code);
    const machine = desk.machineOf(desk.configOf("deepl"));
    await desk.workAll(machine);
    expect(await desk.house.store.translations(code)).toEqual([]);
    desk.later(121_000);
    desk.fakes.deepl.fault = { kind: "status", status: 429, headers: { "retry-after": "300" } };
    await desk.workAll(machine);
    desk.fakes.deepl.fault = null;
    desk.later(250_000);
    await desk.workAll(machine);
    expect(desk.fakes.deepl.asked).toHaveLength(1);
    desk.later(60_000);
    await desk.workAll(machine);
    expect((await desk.house.store.translations(code)).length).toBe(3);
  });

  it("[MW3] one text that the service always spoils does not take the others with it", async () => {
    const code = await desk.publish([
      "Si lavora anche la domenica.",
      "Si lavora il 24 dicembre.",
      "Si lavora anche di sera.",
    ]);
    desk.openAi.how.reply = (texts) => (texts.some(({ text }) => text.includes("[#1#]")) ? "no" : { texts });
    const machine = desk.machineOf(desk.configOf("openai"));
    await askMachine(desk.house.house, chief, code, ["en"]);
    for (let n = 0; n < 30; n += 1) {
      await desk.workAll(machine);
      desk.later(1_000_000);
    }
    // So many hours would end the session of whoever asks next.
    desk.later(-30_000_000);
    expect((await desk.house.store.translations(code)).map(({ segment }) => segment).sort()).toEqual([
      "s1",
      "s2",
      "s4",
    ]);
    const [job] = (await desk.statusOf(machine, code)).jobs;
    expect(job).toMatchObject({ state: "failed", drafted: 3, refused: [{ segment: "s3" }] });
  });

  it("stops at the month's budget, spends none of it on failures, and begins anew with the month", async () => {
    const code = await desk.publish();
    const machine = desk.machineOf(desk.configOf("libretranslate", { budget: 40 }));
    await askMachine(desk.house.house, chief, code, ["en"]);
    await desk.workAll(machine);
    expect(desk.fakes.libretranslate.asked.filter(({ path }) => path === "/translate")).toEqual([]);
    const answer = await desk.statusOf(machine, code);
    expect(answer.trouble).toContain("limite di caratteri");
    expect(answer.budget).toMatchObject({ limit: 40 });
    desk.later(40 * 86_400_000);
    expect(await machine.health()).toMatchObject({ stopped: null, characters: 0 });
    desk.later(-(40 * 86_400_000));
  });
});
