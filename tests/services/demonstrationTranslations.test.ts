// The translations shipped with the demonstration: complete enough to show every state, and right by our own checks.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { blocks, checkTranslation } from "../../server/domain/checkTranslation.ts";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import { NO_PHRASES } from "../../server/domain/phrase.ts";
import { countAs, translationSheet } from "../../server/domain/translationSheet.ts";
import { systemClock } from "../../server/services/clock.ts";
import { learnMemory } from "../../server/services/learnMemory.ts";
import { createMirror } from "../../server/services/mirror.ts";
import { seedDemonstration } from "../../server/services/seedDemonstration.ts";
import type { DemonstrationTranslation } from "../../server/services/seedTranslations.ts";
import { openStore } from "../../server/store/openStore.ts";
import { readVocabularies } from "../setup/readVocabularies.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const vocabularies = readVocabularies(ROOT);
const lines = JSON.parse(
  readFileSync(resolve(ROOT, "server/demonstration/translations.json"), "utf8"),
) as DemonstrationTranslation[];

test("no approved one holds an error, nor any other but where it is no longer of the same text", () => {
  const languages = CORE_LOCALES.map((locale) => vocabularies.language(locale));
  const [from] = languages;
  if (from === undefined) throw new Error("no language");
  const faults: string[] = [];
  for (const { it, ...line } of lines) {
    for (const locale of ["en", "fr", "de"] as const) {
      const target = line[locale];
      if (target === undefined || line.earlier !== undefined) continue;
      const findings = checkTranslation({
        source: it,
        target,
        from,
        to: vocabularies.language(locale),
        terms: vocabularies.lawTerms,
        languages,
      });
      if (blocks(findings))
        faults.push(`${locale} ${it} → ${target}: ${findings.map(({ code, what }) => `${code} ${what}`).join("; ")}`);
    }
  }
  expect(faults).toEqual([]);
});

test("every state can be seen in every language, and nearly everything has been written", async () => {
  const store = await openStore({ databaseUrl: null, dataDir: temporaryFolder() });
  await seedDemonstration({ store, clock: systemClock, vocabularies, projectRoot: ROOT });
  const missing: string[] = [];
  for (const locale of ["en", "fr", "de"]) {
    const seen = new Map<string, number>();
    for (const posting of await store.postings()) {
      for (const line of translationSheet(posting, await store.translations(posting.code), locale, NO_PHRASES)) {
        const as = countAs(line);
        seen.set(as, (seen.get(as) ?? 0) + 1);
        if (as === "missing") missing.push(`${locale} ${line.source}`);
      }
    }
    for (const state of ["approved", "machine", "draft", "review", "stale"])
      expect(seen.get(state) ?? 0, `${locale} ${state}`).toBeGreaterThan(0);
  }
  expect(missing.length, missing.join("\n")).toBeLessThan(12);
  expect(missing.length).toBeGreaterThan(0);
  const titleOf = () => null;
  const mirror = await createMirror({ store, clock: systemClock, titleOf });
  const learnt = await learnMemory({ store, mirror, clock: systemClock, vocabularies });
  expect(learnt).toBeGreaterThan(150);
  expect(await learnMemory({ store, mirror, clock: systemClock, vocabularies })).toBe(0);
  await store.close();
});
