// The desk of machine translation over real HTTP: what staff read of the service, its queue, its budget, and an office's wish that nothing be sent.
import { beforeAll, expect, it } from "vitest";
import type { SessionAnswer } from "../../server/domain/httpContract.ts";
import type { MachineAnswer, MachineOverview } from "../../server/domain/machine.ts";
import { aContent, anOffice } from "../builders.ts";
import type { RunningHouse } from "../startHouse.ts";
import { startHouse } from "../startHouse.ts";
import type { FakeService } from "../translators/fakes/fakeService.ts";
import { fakeLibreTranslate, KEY } from "../translators/fakes/libreTranslate.ts";

const LONG = { timeout: 25_000, interval: 100 };
let service: FakeService;
let house: RunningHouse;
let without: RunningHouse;

beforeAll(async () => {
  service = await fakeLibreTranslate();
  const env = {
    TRANSLATOR: "libretranslate",
    TRANSLATOR_URL: service.url,
    TRANSLATOR_KEY: KEY,
    TRANSLATOR_BUDGET: "400",
  };
  [house, without] = [await startHouse({ demo: false, env }), await startHouse({ demo: false })];
  for (const one of [house, without]) {
    await one.store.write("test", Date.now(), async (tx) => {
      await tx.putOwner(anOffice("lecce"));
      await tx.record("owner.saved", "lecce");
    });
    await one.house.mirror.catchUp();
  }
});

const overview = async (of = house) => (await of.staff<MachineOverview>("GET", "/machine")).body;

async function publish(title: string, sentence: string): Promise<string> {
  const content = aContent(title, { summary: [{ id: "s2", text: sentence }] });
  const made = await house.staff("POST", "/postings", { owner: "lecce", content });
  const { code, revision } = made.body.posting;
  await house.staff("POST", `/postings/${code}/publish`, { expected: revision });
  return code;
}

it("without a service says so and nothing else; the session tells the desk to keep silent", async () => {
  expect(await overview(without)).toEqual({
    provider: null,
    state: "off",
    sentence: null,
    pausedUntil: null,
    month: { used: 0, limit: null },
    jobs: [],
    forbidding: [],
  });
  expect((await without.staff<SessionAnswer>("GET", "/session")).body.translator).toBeNull();
  expect((await without.staff("POST", "/machine/again", {})).body).toMatchObject({ refusal: "translatorOff" });
});

it("tells the queue with the reason of each failure, counts the month, and is tried again when somebody says so", async () => {
  expect((await house.staff<SessionAnswer>("GET", "/session")).body.translator).toBe("libretranslate");
  expect(await overview()).toMatchObject({
    provider: "libretranslate",
    state: "ready",
    month: { used: 0, limit: 400 },
  });
  service.fault = { kind: "status", status: 403 };
  const code = await publish("Aiuto in sala", "Si cerca personale per la stagione estiva.");
  await house.staff("POST", `/postings/${code}/machine`, { locales: ["en"] });
  await expect.poll(async () => (await overview()).state, LONG).toBe("stopped");
  const stopped = await overview();
  expect(stopped.sentence).toMatch(/chiave di accesso/);
  expect(stopped.jobs).toMatchObject([{ code, locale: "en", title: "Aiuto in sala", owner: expect.any(String) }]);
  service.fault = null;
  expect((await house.staff("POST", "/machine/again", {})).status).toBe(202);
  await expect.poll(async () => (await overview()).jobs, LONG).toEqual([]);
  const { used } = (await overview()).month;
  expect(used).toBeGreaterThan(40);
  const { body } = await house.staff<MachineAnswer>("GET", `/postings/${code}/machine`);
  expect(body.jobs).toMatchObject([{ locale: "en", state: "done" }]);
});

it("stops at the month's budget and says why; an office that forbids it is named, and its wish is obeyed", async () => {
  const code = await publish(
    "Aiuto al bar",
    `${"Si cerca personale per la stagione estiva. ".repeat(10)}`.trim().slice(0, 390),
  );
  await house.staff("POST", `/postings/${code}/machine`, { locales: ["fr"] });
  await expect.poll(async () => (await overview()).state, LONG).toBe("stopped");
  expect((await overview()).sentence).toMatch(/limite di caratteri/);
  expect((await house.staff("PUT", "/offices/lecce/machine", { allowed: false })).status).toBe(200);
  expect((await overview()).forbidding).toEqual(["lecce"]);
  const refused = await house.staff<{ refusal: string; sentence: string }>("POST", `/postings/${code}/machine`, {});
  expect(refused.status).toBe(409);
  expect(refused.body.sentence).toMatch(/ufficio/);
});
