// What a change leaves approved, and what a failing translation service costs whoever asks it: the promises as figures beside their limits.
// The failures themselves, each over real HTTP, are tests/translators/providerFailures.test.ts. Called by the translation benchmark.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { performance } from "node:perf_hooks";
import type { TranslatorConfig } from "../../server/config/translator.ts";
import type { Content } from "../../server/domain/content.ts";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import { TRANSLATOR_PROBLEMS } from "../../server/domain/machine.ts";
import { NO_PHRASES } from "../../server/domain/phrase.ts";
import type { Translation } from "../../server/domain/translation.ts";
import { translationSheet } from "../../server/domain/translationSheet.ts";
import { askMachine } from "../../server/services/askMachine.ts";
import { systemClock } from "../../server/services/clock.ts";
import { createMachine } from "../../server/services/machine.ts";
import { createMirror } from "../../server/services/mirror.ts";
import type { Store } from "../../server/store/store.ts";
import { createTranslator } from "../../server/translators/createTranslator.ts";
import type { Vocabularies } from "../../server/vocabularies/loadVocabularies.ts";
import type { Words } from "../../templates/parts/words.ts";
import { aContent, anOffice, aPosting, chief } from "../builders.ts";
import { ms, printTable } from "./table.ts";

const CODE = "0TH0XKD";
const SENTENCES = [
  "Si cerca personale di sala.",
  "Si lavora la sera.",
  "Si parla con clienti stranieri.",
  "Si riceve una divisa.",
  "Si lavora in squadra.",
];

export async function benchKeeps(
  store: Store,
  vocabularies: Vocabularies,
  words: (locale: string) => Words,
): Promise<void> {
  const content = aContent("Aiuto in sala", { summary: SENTENCES.map((text, n) => ({ id: `s${n + 2}`, text })) });
  const pay = aContent("Aiuto in sala", { summary: content.summary, positions: 7, reference: "B-2" });
  const other = content.summary.map((one) => (one.id === "s3" ? { ...one, text: "Si lavora la mattina." } : one));
  const afterPay = approvedOf(content, pay);
  const afterSentence = approvedOf(content, { ...content, summary: other });
  const told = TRANSLATOR_PROBLEMS.filter((problem) =>
    CORE_LOCALES.every((locale) => words(locale).has(`refusals:problems.${problem}`)),
  );
  const asked = await askHanging(store, vocabularies, content);
  printTable("What stands when something changes or fails", [
    {
      what: "of five approved sentences, after other facts changed",
      ours: `${afterPay}`,
      limit: "5",
      within: afterPay === 5,
    },
    {
      what: "of five approved sentences, after one of them changed",
      ours: `${afterSentence}`,
      limit: "4",
      within: afterSentence === 4,
    },
    {
      what: "kinds of provider failure with a sentence of their own in four languages",
      ours: `${told.length} of ${TRANSLATOR_PROBLEMS.length}`,
      limit: "20",
      within: told.length >= 20 && told.length === TRANSLATOR_PROBLEMS.length,
    },
    {
      what: "asking for drafts of a service that never answers",
      ours: ms(asked.waited),
      limit: ms(10_000),
      within: asked.waited < 10_000,
    },
    { what: "texts published or learnt by it", ours: `${asked.written}`, limit: "0", within: asked.written === 0 },
  ]);
}

/** How many of five approved English sentences of `before` still stand approved in `after`. */
function approvedOf(before: Content, after: Content): number {
  const translations = before.summary.map(
    ({ id, text }): Translation => ({
      code: CODE,
      segment: id,
      locale: "en",
      source: text,
      text: `(${text})`,
      state: "approved",
      author: "anna",
      reviewer: "bea",
      at: 1,
      revision: 1,
    }),
  );
  const sheet = translationSheet({ published: null, working: after }, translations, "en", NO_PHRASES);
  return sheet.filter(({ field, state }) => field === "summary" && state === "approved").length;
}

/** An editor asks while the service takes the connection and says nothing. */
async function askHanging(
  store: Store,
  vocabularies: Vocabularies,
  content: Content,
): Promise<{ readonly waited: number; readonly written: number }> {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  try {
    await store.write("bench", Date.now(), async (tx) => {
      await tx.putOwner(anOffice("lecce"));
      await tx.putPosting(aPosting(CODE, "lecce", content, Date.now()));
    });
    const learnt = await store.language.memorySize();
    const mirror = await createMirror({ store, clock: systemClock, titleOf: () => null });
    await mirror.catchUp();
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const translator: TranslatorConfig = { service: "libretranslate", url, key: "bench", model: null, budget: null };
    const desk = { store, mirror, vocabularies, clock: systemClock };
    const config = { translator, publicUrl: "http://localhost" };
    const machine = createMachine({ ...desk, config, translator: createTranslator(translator), patience: 2000 });
    const working = { run: Promise.resolve(false) };
    machine.onWork(() => (working.run = machine.work()));
    const begun = performance.now();
    await askMachine(desk, chief, CODE, CORE_LOCALES);
    await machine.wake();
    const waited = performance.now() - begun;
    await working.run;
    machine.end();
    const written = (await store.translations(CODE)).length + (await store.language.memorySize()) - learnt;
    return { waited, written };
  } finally {
    silent.closeAllConnections();
    await new Promise<void>((resolve) => silent.close(() => resolve()));
  }
}
