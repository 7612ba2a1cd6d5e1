// Every way a translation service may fail, each over real HTTP: nothing becomes a draft, nothing is published, nobody waits, and staff read why in
// plain Italian. (issue: twenty kinds of provider failure; trust F10; translation 22, 24)
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import type { TranslatorConfig } from "../../server/config/translator.ts";
import { askMachine } from "../../server/services/askMachine.ts";
import { createTranslator } from "../../server/translators/createTranslator.ts";
import { chief } from "../builders.ts";
import type { Fault } from "./fakes/fakeService.ts";
import type { Service } from "./machineDesk.ts";
import { KEYS, machineDesk } from "./machineDesk.ts";

const desk = await machineDesk();

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
    before: () => (desk.openAi.how.reply = (texts) => ({ texts: texts.map((one) => ({ ...one, id: "9" })) })),
  },
  "cut at the length": {
    service: "openai",
    problem: "translatorCut",
    before: () => (desk.openAi.how.finish = "length"),
  },
  "a talking model": {
    service: "openai",
    problem: "translatorGarbage",
    before: () => (desk.openAi.how.reply = () => "Here are your translations!"),
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
    const code = await desk.publish();
    const { publicRevision } = (await desk.house.staff("GET", `/postings/${code}`)).body.posting;
    const machine = desk.machineOf(desk.configOf(one.service, one.config));
    for (const service of Object.values(desk.fakes)) {
      service.fault = one.fault ?? null;
      service.alter = one.alter ?? ((texts) => texts);
    }
    one.before?.();
    const begun = performance.now();
    await askMachine(desk.house.house, chief, code, ["en"]);
    expect(performance.now() - begun, "asking waits for nobody").toBeLessThan(5000);
    await desk.workAll(machine);
    const { t } = desk.house.house.words("it");
    const sentence = t(`refusals:problems.${one.problem}`);
    expect(sentence).toMatch(/^\p{Lu}.{30,}[.]$/su);
    const answer = await desk.statusOf(machine, code);
    const told = [
      answer.trouble,
      ...answer.jobs.flatMap((job) => [job.sentence, ...job.refused.map((text) => text.sentence)]),
    ];
    expect(told).toContain(sentence);
    expect(JSON.stringify(answer)).not.toMatch(KEYS);
    const kept = (await desk.house.store.translations(code)).filter(
      ({ segment }) => segment === "s2" || segment === "s3",
    );
    expect(kept, "no draft of what failed").toEqual([]);
    expect((await fetch(`${desk.house.base}/o/${code}/en`)).status).toBe(200);
    const after = (await desk.house.staff("GET", `/postings/${code}`)).body.posting;
    expect(after.state).toBe("open");
    if ((await desk.house.store.translations(code)).length === 0) expect(after.publicRevision).toBe(publicRevision);
    expect(await desk.house.store.language.memorySize()).toBe(0);
  });

  it("covers at least twenty kinds", () => expect(Object.keys(CASES).length).toBeGreaterThanOrEqual(20));

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
        desk.fakes[service].fault = fault;
        const options = {
          terms: [],
          doNotTranslate: [],
          formality: "formal",
          callback: "",
          signal: AbortSignal.timeout(100),
        } as const;
        const translator = createTranslator(desk.configOf(service));
        const thrown = await translator
          ?.translate([{ id: "1", text: "parole segrete" }], "it", "en", options)
          .catch((error: unknown) => error);
        expect(thrown).toMatchObject({ name: "TranslatorFailure" });
        const all = inspect(thrown, { depth: 12, showHidden: true });
        expect(all).not.toMatch(KEYS);
        expect(all).not.toContain("parole segrete");
      }
    }
  });
});
