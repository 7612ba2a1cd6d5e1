// eTranslation through the whole house: the follower hands texts in, answers come later at our own address. Lost, doubled, wrong, late, stale answers,
// and a process that is another one when they come. (translation 23)
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { MachineAnswer } from "../../server/domain/machine.ts";
import { createMachine } from "../../server/services/machine.ts";
import { createTranslator } from "../../server/translators/createTranslator.ts";
import { aContent, anOffice } from "../builders.ts";
import type { RunningHouse } from "../startHouse.ts";
import { startHouse } from "../startHouse.ts";
import type { Handed } from "./fakes/eTranslation.ts";
import { fakeETranslation, KEY } from "./fakes/eTranslation.ts";

let shift = 0;
const clock = { now: () => Date.now() + shift };
let house: RunningHouse;
let fake: Awaited<ReturnType<typeof fakeETranslation>>;

beforeAll(async () => {
  fake = await fakeETranslation();
  house = await startHouse({
    demo: false,
    clock,
    env: { TRANSLATOR: "etranslation", TRANSLATOR_URL: fake.service.url, TRANSLATOR_KEY: KEY },
  });
  await house.store.write("test", clock.now(), async (tx) => {
    await tx.putOwner(anOffice("lecce"));
    await tx.record("owner.saved", "lecce");
  });
  await house.house.mirror.catchUp();
});

async function publish(sentence: string): Promise<string> {
  const occupation = { ref: "isco:5131", qualifiers: [] };
  const made = await house.staff("POST", "/postings", {
    owner: "lecce",
    content: aContent("Cameriere", {
      title: { written: { id: "s1", text: "Cameriere" }, occupation },
      summary: [{ id: "s2", text: sentence }],
    }),
  });
  const { code, revision } = made.body.posting;
  expect((await house.staff("POST", `/postings/${code}/publish`, { expected: revision })).status).toBe(200);
  return code;
}

async function until<T>(look: () => Promise<T | undefined | false> | T | undefined | false): Promise<T> {
  for (let n = 0; n < 200; n += 1) {
    const found = await look();
    if (found !== undefined && found !== false) return found as T;
    await wait(20);
  }
  throw new Error("it did not come");
}

/** Asks for English drafts; what the service was then handed. */
async function ask(code: string): Promise<Handed> {
  const before = fake.handed.length;
  const begun = performance.now();
  const answer = await house.staff<MachineAnswer>("POST", `/postings/${code}/machine`, { locales: ["en"] });
  expect(answer.status).toBe(202);
  expect(performance.now() - begun).toBeLessThan(5000);
  const handed = await until(() => fake.handed[before]);
  await until(async () => (await statusOf(code)).jobs[0]?.state === "submitted");
  return handed;
}

const statusOf = async (code: string) => (await house.staff<MachineAnswer>("GET", `/postings/${code}/machine`)).body;
const drafts = async (code: string) =>
  (await house.store.translations(code)).filter(({ state }) => state === "machine");

describe("answers that come later", () => {
  it("an answer and its delivery at once make one draft; a third time, another secret and another kind change nothing", async () => {
    const code = await publish("Si cerca personale, scrivere a info@example.it.");
    const handed = await ask(code);
    expect(handed.text).not.toContain("info@");
    expect(handed.success).toMatch(/\/machine\/callbacks\/[\w-]{43}\/success$/);
    const wrong = handed.success.replace(/callbacks\/.{43}/, `callbacks/${"A".repeat(43)}`);
    expect(await fake.post(wrong, { translatedText: "Hacked" })).toBe(404);
    expect(await fake.post(handed.success.replace("/success", "/other"), { translatedText: "Hacked" })).toBe(404);
    expect(await fake.post(handed.success, "no object")).toBe(400);
    expect(await drafts(code)).toEqual([]);
    const statuses = await Promise.all([fake.succeed(handed), fake.deliver(handed), fake.succeed(handed)]);
    expect(statuses.every((one) => one < 500)).toBe(true);
    await until(async () => (await statusOf(code)).jobs[0]?.state === "done");
    expect((await drafts(code)).map(({ text, author }) => [text.includes("info@example.it"), author])).toEqual([
      [true, "etranslation"],
    ]);
    expect(await fake.succeed(handed, "Other words")).toBe(404);
    expect(await drafts(code)).toHaveLength(1);
    expect(await house.store.language.memorySize()).toBe(0);
  });

  it("a lost answer expires after an hour, is told to staff and handed in again; the late one no longer counts", async () => {
    const code = await publish("Si lavora anche di sera.");
    const first = await ask(code);
    shift += 3_601_000;
    await house.house.machine.wake();
    await until(async () => (await statusOf(code)).jobs[0]?.sentence?.includes("entro un’ora"));
    shift += 20_000;
    await house.house.machine.wake();
    const second = await until(() => fake.handed.findLast(({ requestId }) => requestId > first.requestId));
    expect(second.success).not.toBe(first.success);
    expect(await fake.succeed(first, "Too late")).toBe(404);
    expect(await fake.succeed(second)).toBe(204);
    await until(async () => (await statusOf(code)).jobs[0]?.state === "done");
    expect(await drafts(code)).toHaveLength(1);
  });

  it("a process that began after the text was handed in takes the answer: nothing is kept in memory only", async () => {
    const code = await publish("Si offre vitto e alloggio.");
    const handed = await ask(code);
    const { store, mirror, vocabularies, config } = house.house;
    const another = createMachine({
      store,
      mirror,
      vocabularies,
      clock,
      config,
      translator: createTranslator(config.translator),
    });
    const secret = /callbacks\/([\w-]{43})/.exec(handed.success)?.[1] ?? "";
    expect(await another.take(secret, "delivery", { result: "Board and lodging are provided." })).toBe(true);
    expect((await drafts(code)).map(({ text }) => text)).toEqual(["Board and lodging are provided."]);
  });

  it("a failure there, a spoilt answer and a sentence changed meanwhile leave no draft", async () => {
    const code = await publish("Turni di 8 ore al giorno.");
    const handed = await ask(code);
    expect(await fake.fail(handed)).toBe(204);
    expect((await statusOf(code)).jobs[0]?.sentence).toContain("non essere riuscito");
    shift += 20_000;
    await house.house.machine.wake();
    const second = await until(() => fake.handed.findLast(({ requestId }) => requestId > handed.requestId));
    expect(await fake.succeed(second, "Shifts without the mark")).toBe(204);
    await until(async () => (await statusOf(code)).jobs[0]?.state === "failed");
    expect((await statusOf(code)).jobs[0]?.refused[0]?.sentence).toContain("un numero, un nome o un contatto");
    expect(await drafts(code)).toEqual([]);

    const other = await publish("Si cerca personale in cucina.");
    const asked = await ask(other);
    const { posting } = (await house.staff("GET", `/postings/${other}`)).body;
    const content = { ...posting.published?.content, summary: [{ id: "s2", text: "Si cerca personale in sala." }] };
    const saved = await house.staff("PUT", `/postings/${other}/working`, { expected: posting.revision, content });
    await house.staff("POST", `/postings/${other}/publish`, { expected: saved.body.posting.revision });
    expect(await fake.succeed(asked)).toBe(204);
    expect(await drafts(other)).toEqual([]);
    const anew = await until(() =>
      fake.handed.findLast(({ requestId, text }) => requestId > asked.requestId && text.includes("sala")),
    );
    await fake.succeed(anew);
    await until(async () => (await drafts(other)).length === 1);
  });

  it("a person's words written while the machine works stay", async () => {
    const code = await publish("Si richiede puntualità e cortesia.");
    const handed = await ask(code);
    const source = "Si richiede puntualità e cortesia.";
    const mine = await house.staff("PUT", `/translations/${code}/en/s2`, {
      source,
      expected: 0,
      text: "Punctuality and courtesy are required.",
    });
    expect(mine.status).toBe(200);
    await fake.succeed(handed);
    await until(async () => (await statusOf(code)).jobs[0]?.state === "done");
    expect((await house.store.translations(code)).map(({ state, author }) => [state, author])).toEqual([
      ["draft", "admin"],
    ]);
  });

  it("an error code instead of a receipt, and a wrong password, are told plainly", async () => {
    const code = await publish("Si parte subito con la formazione.");
    fake.how.errorCode = -20028;
    await house.staff("POST", `/postings/${code}/machine`, { locales: ["en"] });
    await until(async () => (await statusOf(code)).jobs[0]?.sentence?.includes("non essere riuscito"));
    fake.how.errorCode = null;
    fake.service.fault = { kind: "status", status: 401 };
    await house.staff("POST", `/postings/${code}/machine`, { locales: ["en"] });
    const answer = await until(async () => ((await statusOf(code)).trouble === null ? undefined : statusOf(code)));
    expect(answer.trouble).toContain("chiave di accesso");
    expect(JSON.stringify(answer)).not.toContain("segreto");
    fake.service.fault = null;
    // Asking again after the key was put right is all it takes.
    const handed = await ask(code);
    expect(handed.target).toBe("EN");
    expect((await statusOf(code)).trouble).toBeNull();
  });
});
