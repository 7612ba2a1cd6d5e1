// An office's desk with machine translation: a running house, one fake of each service over real HTTP, and a clock that can be pushed on.
// Called at the top of the test files of this folder, one desk a file: const desk = await machineDesk();
import { beforeEach, expect } from "vitest";
import type { TranslatorConfig } from "../../server/config/translator.ts";
import type { MachineAnswer } from "../../server/domain/machine.ts";
import { readMachine } from "../../server/services/askMachine.ts";
import type { Machine } from "../../server/services/machine.ts";
import { createMachine } from "../../server/services/machine.ts";
import { createTranslator } from "../../server/translators/createTranslator.ts";
import { aContent, anOffice, chief } from "../builders.ts";
import type { RunningHouse } from "../startHouse.ts";
import { startHouse } from "../startHouse.ts";
import * as deepl from "./fakes/deepl.ts";
import type { FakeService } from "./fakes/fakeService.ts";
import * as libre from "./fakes/libreTranslate.ts";
import * as openAi from "./fakes/openAiChat.ts";

export type Service = "libretranslate" | "deepl" | "openai";

export const SENTENCES = [
  "Si cerca personale per la stagione estiva, stipendio 1.450,00 € al mese.",
  "Scrivere a lavoro@example.it o chiamare lo 0832 123456, chiedere di Maria Rossi, entro il 15 dicembre.",
];
/** No key of a fake may be found where these are looked for. */
export const KEYS = /key-5f1e|key-77aa|sk-local/;
const PATIENCE = 1000;

export interface MachineDesk {
  readonly house: RunningHouse;
  readonly clock: { now(): number };
  readonly deepl: Awaited<ReturnType<typeof deepl.fakeDeepl>>;
  readonly openAi: Awaited<ReturnType<typeof openAi.fakeOpenAi>>;
  readonly fakes: Readonly<Record<Service, FakeService>>;
  /** Milliseconds; negative to come back. */
  later(ms: number): void;
  /** A published posting of these sentences (segments s2, s3 …) with the title "Aiuto in sala" (s1). */
  publish(sentences?: readonly string[]): Promise<string>;
  configOf(service: Service, more?: Partial<TranslatorConfig>): TranslatorConfig;
  /** A service of its own, untried. */
  machineOf(config: TranslatorConfig): Machine;
  workAll(machine: Machine): Promise<void>;
  statusOf(machine: Machine, code: string): Promise<MachineAnswer>;
}

/** Before each test the queue is empty and every service answers as it should. */
export async function machineDesk(): Promise<MachineDesk> {
  let shift = 0;
  const clock = { now: () => Date.now() + shift };
  const running = await startHouse({ demo: false, clock });
  const { house, store } = running;
  const fakeDeepl = await deepl.fakeDeepl();
  const fakeOpenAi = await openAi.fakeOpenAi();
  const fakes = {
    libretranslate: await libre.fakeLibreTranslate(),
    deepl: fakeDeepl.service,
    openai: fakeOpenAi.service,
  };
  const keys = { libretranslate: libre.KEY, deepl: deepl.KEY, openai: openAi.KEY };
  await store.write("test", clock.now(), async (tx) => {
    await tx.putOwner(anOffice("lecce"));
    await tx.record("owner.saved", "lecce");
  });
  await house.mirror.catchUp();
  beforeEach(async () => {
    for (const { posting } of house.mirror.entries())
      for (const job of await store.machine.jobsOf(posting.code))
        await store.machine.putJob({ ...job, state: "failed", request: null });
    fakeOpenAi.how.finish = "stop";
    fakeOpenAi.how.reply = (texts) => ({ texts });
    for (const service of Object.values(fakes)) {
      service.fault = null;
      service.alter = (texts) => texts;
      service.asked.length = 0;
    }
  });
  let made = 0;
  return {
    house: running,
    clock,
    deepl: fakeDeepl,
    openAi: fakeOpenAi,
    fakes,
    later(ms) {
      shift += ms;
    },
    async publish(sentences = SENTENCES) {
      const content = aContent("Aiuto in sala", { summary: sentences.map((text, n) => ({ id: `s${n + 2}`, text })) });
      const { code, revision } = (await running.staff("POST", "/postings", { owner: "lecce", content })).body.posting;
      expect((await running.staff("POST", `/postings/${code}/publish`, { expected: revision })).status).toBe(200);
      return code;
    },
    configOf: (service, more = {}) => ({
      service,
      url: fakes[service].url,
      key: keys[service],
      model: service === "openai" ? "towerinstruct" : null,
      budget: null,
      ...more,
    }),
    machineOf(config) {
      // The configuration differs by a model nobody reads, or by its budget: health is kept by it.
      made += 1;
      const told =
        config.service === "openai"
          ? { ...config, budget: config.budget ?? 1_000_000 + made }
          : { ...config, model: `m${made}` };
      return createMachine({
        store: house.store,
        mirror: house.mirror,
        vocabularies: house.vocabularies,
        clock,
        config: { translator: told, publicUrl: running.base },
        translator: createTranslator(told),
        patience: PATIENCE,
        random: () => 0.5,
      });
    },
    async workAll(machine) {
      for (let n = 0; n < 60 && (await machine.work()); n += 1);
    },
    async statusOf(machine, code) {
      const { t } = house.words("it");
      const service = { name: machine.name, budget: machine.budget, health: await machine.health() };
      return readMachine(house, chief, code, service, (problem) => t(`refusals:problems.${problem}`));
    },
  };
}
