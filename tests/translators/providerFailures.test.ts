// Every way a translation service may fail, each over real HTTP: nothing becomes a draft, nothing is published, nobody waits, and staff read why in
// plain Italian. (issue: twenty kinds of provider failure; trust F10; translation 22-25)
import { inspect } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import type { TranslatorConfig } from "../../server/configTranslator.ts";
import type { MachineAnswer } from "../../server/domain/machine.ts";
import { askMachine, readMachine } from "../../server/services/askMachine.ts";
import type { Machine } from "../../server/services/machine.ts";
import { createMachine } from "../../server/services/machine.ts";
import { createTranslator } from "../../server/translators/createTranslator.ts";
import { aContent, anOffice, chief } from "../builders.ts";
import type { RunningHouse } from "../startHouse.ts";
import { startHouse } from "../startHouse.ts";
import * as deepl from "./fakes/deepl.ts";
import type { FakeService, Fault } from "./fakes/fakeService.ts";
import * as libre from "./fakes/libreTranslate.ts";
import * as openAi from "./fakes/openAiChat.ts";

let shift = 0;
const clock = { now: () => Date.now() + shift };
let house: RunningHouse;
let fakes: {
  libre: FakeService;
  deepl: Awaited<ReturnType<typeof deepl.fakeDeepl>>;
  openAi: Awaited<ReturnType<typeof openAi.fakeOpenAi>>;
};
const PATIENCE = 1000;

beforeAll(async () => {
  house = await startHouse({ demo: false, clock });
  fakes = {
    libre: await libre.fakeLibreTranslate(),
    deepl: await deepl.fakeDeepl(),
    openAi: await openAi.fakeOpenAi(),
  };
  await house.store.write("test", clock.now(), async (tx) => {
    await tx.putOwner(anOffice("lecce"));
    await tx.record("owner.saved", "lecce");
  });
  await house.house.mirror.catchUp();
});

const SENTENCES = [
  "Si cerca personale per la stagione estiva, stipendio 1.450,00 € al mese.",
  "Scrivere a lavoro@example.it o chiamare lo 0832 123456, chiedere di Maria Rossi, entro il 15 dicembre.",
];

async function publish(sentences: readonly string[] = SENTENCES): Promise<string> {
  const content = aContent("Aiuto in sala", { summary: sentences.map((text, n) => ({ id: `s${n + 2}`, text })) });
  const made = await house.staff("POST", "/postings", { owner: "lecce", content });
  const { code, revision } = made.body.posting;
  expect((await house.staff("POST", `/postings/${code}/publish`, { expected: revision })).status).toBe(200);
  return code;
}

type Service = "libretranslate" | "deepl" | "openai";

function configOf(service: Service, more: Partial<TranslatorConfig> = {}): TranslatorConfig {
  const [url, key] = {
    libretranslate: [fakes.libre.url, libre.KEY] as const,
    deepl: [fakes.deepl.service.url, deepl.KEY] as const,
    openai: [fakes.openAi.service.url, openAi.KEY] as const,
  }[service];
  return { service, url, key, model: service === "openai" ? "towerinstruct" : null, budget: null, ...more };
}

let nonce = 0;
function machineOf(config: TranslatorConfig): Machine {
  // Each test's service begins untried: the configuration differs by a model nobody reads, or by its budget.
  nonce += 1;
  const told =
    config.service === "openai"
      ? { ...config, budget: config.budget ?? 1_000_000 + nonce }
      : { ...config, model: `m${nonce}` };
  const { house: inner } = house;
  return createMachine({
    store: inner.store,
    mirror: inner.mirror,
    vocabularies: inner.vocabularies,
    clock,
    config: { translator: told, publicUrl: house.base },
    translator: createTranslator(told),
    patience: PATIENCE,
    random: () => 0.5,
  });
}

async function workAll(machine: Machine): Promise<void> {
  for (let n = 0; n < 60 && (await machine.work()); n += 1);
}

async function statusOf(machine: Machine, code: string): Promise<MachineAnswer> {
  const { t } = house.house.words("it");
  const service = { name: machine.name, budget: machine.budget, health: await machine.health() };
  return readMachine(house.house, chief, code, service, (problem) => t(`refusals:problems.${problem}`));
}

/** Takes what earlier tests left out of the queue. */
async function emptyQueue(): Promise<void> {
  for (const { posting } of house.house.mirror.entries())
    for (const job of await house.store.machine.jobsOf(posting.code))
      await house.store.machine.putJob({ ...job, state: "failed", request: null });
}

interface Case {
  readonly service: Service;
  readonly problem: string;
  readonly fault?: Fault;
  readonly alter?: (texts: string[]) => string[];
  readonly config?: Partial<TranslatorConfig>;
  readonly before?: () => void;
}
const status = (code: number, headers: Record<string, string> = {}): Fault => ({
  kind: "status",
  status: code,
  headers,
});
const marked = (change: (text: string) => string) => (texts: string[]) =>
  texts.map((text) => (/<x|\[#/.test(text) ? change(text) : text));

const CASES: Readonly<Record<string, Case>> = {
  "no server at the address": {
    service: "libretranslate",
    problem: "translatorUnreachable",
    config: { url: "http://127.0.0.1:9" },
  },
  "connection reset": { service: "libretranslate", problem: "translatorUnreachable", fault: { kind: "reset" } },
  "no answer in time": { service: "deepl", problem: "translatorSlow", fault: { kind: "slow" } },
  "answer cut off": { service: "deepl", problem: "translatorCut", fault: { kind: "cut" } },
  "a web page": { service: "deepl", problem: "translatorNotJson", fault: { kind: "html" } },
  "half a JSON": { service: "openai", problem: "translatorNotJson", fault: { kind: "garbage" } },
  "an empty body": { service: "openai", problem: "translatorNotJson", fault: { kind: "empty" } },
  "another shape": { service: "openai", problem: "translatorGarbage", fault: { kind: "shape" } },
  "three megabytes": { service: "deepl", problem: "translatorGarbage", fault: { kind: "huge" } },
  "400 for these texts": { service: "deepl", problem: "translatorRefused", fault: status(400) },
  "401 wrong key": { service: "openai", problem: "translatorKey", config: { key: "wrong" } },
  "403 wrong key": { service: "libretranslate", problem: "translatorKey", config: { key: "wrong" } },
  "404 unknown model": { service: "openai", problem: "translatorAddress", config: { model: "unknown" } },
  "a redirect elsewhere": {
    service: "deepl",
    problem: "translatorAddress",
    fault: status(302, { location: "http://127.0.0.1:9/" }),
  },
  "413 too large": { service: "deepl", problem: "translatorTooLong", fault: status(413) },
  "429 with Retry-After": { service: "deepl", problem: "translatorBusy", fault: status(429, { "retry-after": "120" }) },
  "456 quota": { service: "deepl", problem: "translatorQuota", fault: status(456) },
  "500": { service: "libretranslate", problem: "translatorDown", fault: status(500) },
  "503": { service: "openai", problem: "translatorDown", fault: status(503) },
  "504": { service: "deepl", problem: "translatorDown", fault: status(504) },
  "529": { service: "deepl", problem: "translatorDown", fault: status(529) },
  "one text too few": { service: "deepl", problem: "translatorCount", alter: (texts) => texts.slice(1) },
  "one text too many": { service: "libretranslate", problem: "translatorCount", alter: (texts) => [...texts, "Hello"] },
  "other ids": {
    service: "openai",
    problem: "translatorCount",
    before: () => (fakes.openAi.how.reply = (texts) => ({ texts: texts.map((one) => ({ ...one, id: "9" })) })),
  },
  "cut at the length": {
    service: "openai",
    problem: "translatorCut",
    before: () => (fakes.openAi.how.finish = "length"),
  },
  "a talking model": {
    service: "openai",
    problem: "translatorGarbage",
    before: () => (fakes.openAi.how.reply = () => "Here are your translations!"),
  },
  "a mark dropped": {
    service: "deepl",
    problem: "translatorMark",
    alter: marked((text) => text.replace(/<x id="1"\/>/, "")),
  },
  "a mark doubled": {
    service: "libretranslate",
    problem: "translatorMark",
    alter: marked((text) => `${text} <x id="1"/>`),
  },
  "a mark invented": { service: "openai", problem: "translatorMark", alter: marked((text) => `${text} [#77#]`) },
  "markup nobody sent": {
    service: "deepl",
    problem: "translatorMarkup",
    alter: (texts) => texts.map((text) => `${text}<script>alert(1)</script>`),
  },
  "an empty translation": { service: "openai", problem: "translatorMark", alter: (texts) => texts.map(() => "") },
  "the Italian as it was": {
    service: "libretranslate",
    problem: "translatorChecks",
    alter: marked(
      (text) =>
        `Si cerca del personale che non ha paura di lavorare con la gente ${text.match(/<x[^>]*>/g)?.join(" ")}`,
    ),
  },
  "a number of its own": {
    service: "deepl",
    problem: "translatorChecks",
    alter: marked((text) => `${text} for 9,900.00 € a month`),
  },
  "instructions obeyed": { service: "openai", problem: "translatorMark", alter: () => ["PWNED", "PWNED", "PWNED"] },
};

describe("F10: a service that fails", () => {
  it.each(Object.entries(CASES))("%s: no draft, nothing published, no wait, a plain sentence", async (_name, one) => {
    await emptyQueue();
    const code = await publish();
    const { publicRevision } = (await house.staff("GET", `/postings/${code}`)).body.posting;
    const machine = machineOf(configOf(one.service, one.config));
    fakes.openAi.how.finish = "stop";
    fakes.openAi.how.reply = (texts) => ({ texts });
    for (const service of [fakes.libre, fakes.deepl.service, fakes.openAi.service]) {
      service.fault = one.fault ?? null;
      service.alter = one.alter ?? ((texts) => texts);
    }
    one.before?.();
    const begun = performance.now();
    await askMachine(house.house, chief, code, ["en"]);
    expect(performance.now() - begun, "asking waits for nobody").toBeLessThan(5000);
    await workAll(machine);
    const { t } = house.house.words("it");
    const sentence = t(`refusals:problems.${one.problem}`);
    expect(sentence).toMatch(/^\p{Lu}.{30,}[.]$/su);
    const answer = await statusOf(machine, code);
    const told = [
      answer.trouble,
      ...answer.jobs.flatMap((job) => [job.sentence, ...job.refused.map((text) => text.sentence)]),
    ];
    expect(told).toContain(sentence);
    expect(JSON.stringify(answer)).not.toMatch(/key-5f1e|key-77aa|sk-local/);
    const kept = (await house.store.translations(code)).filter(({ segment }) => segment === "s2" || segment === "s3");
    expect(kept, "no draft of what failed").toEqual([]);
    expect((await fetch(`${house.base}/o/${code}/en`)).status).toBe(200);
    const after = (await house.staff("GET", `/postings/${code}`)).body.posting;
    expect(after.state).toBe("open");
    if ((await house.store.translations(code)).length === 0) expect(after.publicRevision).toBe(publicRevision);
    expect(await house.store.language.memorySize()).toBe(0);
  });

  it("covers at least twenty kinds", () => expect(Object.keys(CASES).length).toBeGreaterThanOrEqual(20));
});

describe("a service that works", () => {
  const wellBehaved = () => {
    fakes.openAi.how.finish = "stop";
    fakes.openAi.how.reply = (texts) => ({ texts });
    for (const service of [fakes.libre, fakes.deepl.service, fakes.openAi.service]) {
      service.fault = null;
      service.alter = (texts) => texts;
      service.asked.length = 0;
    }
  };

  it.each(["libretranslate", "deepl", "openai"] as const)(
    "[MT1][MT2] %s drafts what is missing, never sees what is masked, never touches a person's words",
    async (service) => {
      await emptyQueue();
      wellBehaved();
      const code = await publish();
      await house.staff("PUT", `/translations/${code}/en/s1`, {
        source: "Aiuto in sala",
        expected: 0,
        text: "Dining room help",
      });
      const machine = machineOf(configOf(service));
      await askMachine(house.house, chief, code, ["en"]);
      await workAll(machine);
      const kept = await house.store.translations(code);
      expect(kept.map(({ segment, state, author }) => [segment, state, author]).sort()).toEqual([
        ["s1", "draft", "admin"],
        ["s2", "machine", service],
        ["s3", "machine", service],
      ]);
      const s3 = kept.find(({ segment }) => segment === "s3")?.text ?? "";
      for (const value of ["lavoro@example.it", "0832 123456", "Maria Rossi", "15 December"])
        expect(s3).toContain(value);
      expect(kept.find(({ segment }) => segment === "s2")?.text).toContain("1,450.00 €");
      const sent = JSON.stringify(
        { libretranslate: fakes.libre, deepl: fakes.deepl.service, openai: fakes.openAi.service }[service].asked,
      );
      for (const secret of ["lavoro@", "0832", "Maria", "Rossi", "1.450", "15 dicembre"])
        expect(sent).not.toContain(secret);
      expect((await statusOf(machine, code)).jobs).toMatchObject([
        { locale: "en", state: "done", drafted: 2, sentence: null },
      ]);
      expect(await house.store.language.memorySize()).toBe(0);
    },
  );

  it("goes on by itself after a pause, and the breaker holds all jobs back after five failures", async () => {
    await emptyQueue();
    wellBehaved();
    const machine = machineOf(configOf("deepl"));
    const codes = [await publish(), await publish(["Si lavora anche la domenica."])];
    for (const code of codes) await askMachine(house.house, chief, code, ["en", "fr", "de"]);
    fakes.deepl.service.fault = { kind: "status", status: 503 };
    await workAll(machine);
    expect(fakes.deepl.service.asked).toHaveLength(5);
    expect((await statusOf(machine, codes[0] as string)).trouble).toContain("in pausa");
    fakes.deepl.service.fault = null;
    shift += 120_000;
    await workAll(machine);
    expect((await house.store.translations(codes[1] as string)).map(({ locale }) => locale).sort()).toContain("en");
    expect((await machine.health()).failures).toBe(0);
  });

  it("[MW2] a process killed in the middle of a call loses two minutes, not the job; a pause the service asked for is kept", async () => {
    await emptyQueue();
    wellBehaved();
    const code = await publish();
    await askMachine(house.house, chief, code, ["en"]);
    // What a killed process leaves behind: a job taken and never given back.
    expect((await house.store.machine.claim(clock.now(), clock.now() + 120_000))?.code).toBe(code);
    const machine = machineOf(configOf("deepl"));
    await workAll(machine);
    expect(await house.store.translations(code)).toEqual([]);
    shift += 121_000;
    fakes.deepl.service.fault = { kind: "status", status: 429, headers: { "retry-after": "300" } };
    await workAll(machine);
    fakes.deepl.service.fault = null;
    shift += 250_000;
    await workAll(machine);
    expect(fakes.deepl.service.asked).toHaveLength(1);
    shift += 60_000;
    await workAll(machine);
    expect((await house.store.translations(code)).length).toBe(3);
  });

  it("[MW3] one text that the service always spoils does not take the others with it", async () => {
    await emptyQueue();
    wellBehaved();
    const code = await publish([
      "Si lavora anche la domenica.",
      "Si lavora il 24 dicembre.",
      "Si lavora anche di sera.",
    ]);
    fakes.openAi.how.reply = (texts) => (texts.some(({ text }) => text.includes("[#1#]")) ? "no" : { texts });
    const machine = machineOf(configOf("openai"));
    await askMachine(house.house, chief, code, ["en"]);
    const before = shift;
    for (let n = 0; n < 30; n += 1) {
      await workAll(machine);
      shift += 1_000_000;
    }
    // So many hours would end the session of whoever asks next.
    shift = before;
    expect((await house.store.translations(code)).map(({ segment }) => segment).sort()).toEqual(["s1", "s2", "s4"]);
    const [job] = (await statusOf(machine, code)).jobs;
    expect(job).toMatchObject({ state: "failed", drafted: 3, refused: [{ segment: "s3" }] });
  });

  it("stops at the month's budget, spends none of it on failures, and begins anew with the month", async () => {
    await emptyQueue();
    wellBehaved();
    const code = await publish();
    const machine = machineOf(configOf("libretranslate", { budget: 40 }));
    await askMachine(house.house, chief, code, ["en"]);
    await workAll(machine);
    expect(fakes.libre.asked.filter(({ path }) => path === "/translate")).toEqual([]);
    const answer = await statusOf(machine, code);
    expect(answer.trouble).toContain("limite di caratteri");
    expect(answer.budget).toMatchObject({ limit: 40 });
    shift += 40 * 86_400_000;
    expect(await machine.health()).toMatchObject({ stopped: null, characters: 0 });
    shift -= 40 * 86_400_000;
  });

  it("an office that forbids it sends nothing; a key stays out of every answer", async () => {
    await emptyQueue();
    wellBehaved();
    const code = await publish();
    const machine = machineOf(configOf("deepl"));
    await askMachine(house.house, chief, code, ["en"]);
    expect((await house.staff("PUT", "/offices/lecce/machine", { allowed: false })).status).toBe(200);
    await workAll(machine);
    expect(fakes.deepl.service.asked).toEqual([]);
    const answer = await statusOf(machine, code);
    expect(answer.allowed).toBe(false);
    expect(answer.jobs[0]?.sentence).toContain("Questo ufficio non permette");
    await expect(askMachine(house.house, chief, code, ["en"])).rejects.toMatchObject({
      details: { problem: "translatorForbidden" },
    });
    await house.staff("PUT", "/offices/lecce/machine", { allowed: true });
  });

  it("DeepL is handed the office's inflected terms as a glossary, made once", async () => {
    await emptyQueue();
    wellBehaved();
    const term = {
      kind: "required",
      source: ["turno"],
      forms: { en: ["shift", "shifts"] },
      note: null,
      owner: "lecce",
    };
    expect((await house.staff("POST", "/terms", term)).status).toBe(201);
    const machine = machineOf(configOf("deepl"));
    for (const text of ["Si lavora a turno di sera.", "Si lavora a turno di notte."]) {
      const code = await publish([text]);
      await askMachine(house.house, chief, code, ["en"]);
      await workAll(machine);
    }
    expect([...fakes.deepl.glossaries.values()].filter(({ name }) => name.startsWith("bacheca-"))).toHaveLength(1);
    expect(fakes.deepl.service.asked.filter(({ body }) => body.glossary_id === "g-1")).toHaveLength(2);
  });

  it("what a failing call throws, and so what a log could hold, never has the key or the text in it", async () => {
    const faults: (Fault | null)[] = [
      { kind: "slow" },
      { kind: "reset" },
      { kind: "cut" },
      { kind: "html" },
      status(403),
      status(500),
    ];
    for (const service of ["libretranslate", "deepl", "openai"] as const) {
      for (const fault of faults) {
        for (const fake of [fakes.libre, fakes.deepl.service, fakes.openAi.service]) fake.fault = fault;
        const options = {
          terms: [],
          doNotTranslate: [],
          formality: "formal",
          callback: "",
          signal: AbortSignal.timeout(100),
        } as const;
        const translator = createTranslator(configOf(service));
        const thrown = await translator
          ?.translate([{ id: "1", text: "parole segrete" }], "it", "en", options)
          .catch((error: unknown) => error);
        expect(thrown).toMatchObject({ name: "TranslatorFailure" });
        expect(inspect(thrown, { depth: 12, showHidden: true })).not.toMatch(
          /key-5f1e|key-77aa|sk-local|parole segrete/,
        );
      }
    }
  });

  it("without a service the desk is told so plainly, at once", async () => {
    const code = await publish();
    const answer = await house.staff<{ refusal: string; sentence: string }>("POST", `/postings/${code}/machine`, {});
    expect(answer.body.refusal).toBe("translatorOff");
    expect((await house.staff<MachineAnswer>("GET", `/postings/${code}/machine`)).body.provider).toBeNull();
  });
});
