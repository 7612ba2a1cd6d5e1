// The memory at 50,000 segments: how quick, whether the best match is ever lost, and the trap of sentences about another job.
// Called by the translation benchmark.
import { performance } from "node:perf_hooks";
import type { MemoryEntry } from "../../server/domain/memory.ts";
import { CAP, likeness, skeletonOf } from "../../server/domain/skeleton.ts";
import { lookUpMemory } from "../../server/services/lookUpMemory.ts";
import { memoryId } from "../../server/services/memoryEntryOf.ts";
import type { Store } from "../../server/store/store.ts";
import type { Vocabularies } from "../../server/vocabularies/loadVocabularies.ts";
import { jobSentences } from "./jobSentences.ts";
import { ms, printTable, quantile } from "./table.ts";

const NOW = Date.UTC(2026, 10, 21, 9);
const SEGMENTS = 50_000;

export async function benchMemory(store: Store, vocabularies: Vocabularies): Promise<void> {
  const labels = occupations(vocabularies);
  const { remembered, queries, sentences } = jobSentences(labels, SEGMENTS);
  const it = vocabularies.language("it");
  const entries = remembered.map(
    (source, n): MemoryEntry => ({
      id: memoryId("it", "en", source, String(n)),
      from: "it",
      to: "en",
      source,
      target: `(${n})`,
      skeleton: skeletonOf(source, it, vocabularies.lexicon),
      field: "summary",
      before: null,
      after: null,
      author: "bench",
      reviewer: "bench",
      at: NOW,
      imported: true,
    }),
  );
  const begun = performance.now();
  for (let start = 0; start < entries.length; start += 2000) {
    await store.write("bench", NOW, async (tx) => {
      for (const entry of entries.slice(start, start + 2000)) await tx.language.putMemory(entry, null);
    });
  }
  const filled = performance.now() - begun;
  const ask = (source: string) =>
    lookUpMemory(store, vocabularies, { source, from: "it", to: "en", field: "summary", before: null, after: null });
  let violations = 0;
  let plain = 0;
  const worst: string[] = [];
  const masked = await times(queries, async (query) => {
    const [best] = await ask(query);
    if ((best?.score ?? 0) <= CAP) return;
    violations += 1;
    worst.push(`${best?.score} ${query} ~ ${best?.source}`);
  });
  for (const query of queries) if (plainBest(query, remembered) >= 75) plain += 1;
  const looks = await times(sentences, async (sentence) => void (await ask(sentence)));
  let lost = 0;
  const brute = await times(sentences.slice(0, 40), async (sentence) => {
    const skeleton = skeletonOf(sentence, it, vocabularies.lexicon);
    const best = Math.max(...entries.map((entry) => likeness(skeleton, entry.skeleton).score));
    if (best >= 75 && (await ask(sentence))[0]?.score !== best && ((await ask(sentence))[0]?.score ?? 0) < best)
      lost += 1;
  });
  const p95 = quantile([...masked, ...looks], 0.95);
  const whole = quantile(brute, 0.95);
  printTable(
    `The memory, ${entries.length} segments on ${store.engine}`,
    [
      {
        what: "look-up, p95",
        ours: ms(p95),
        peer: `brute force ${ms(whole)}`,
        ratio: (p95 / whole).toFixed(2),
        limit: ms(100),
        within: p95 < 100,
      },
      { what: "best match lost against brute force, of 40", ours: String(lost), limit: "0", within: lost === 0 },
      {
        what: `sentences about another job scored above ${CAP}, of ${queries.length}`,
        ours: String(violations),
        peer: `plain fuzzy matching ${plain}`,
        limit: "0",
        within: violations === 0,
      },
      { what: "filling it, a segment", ours: ms(filled / entries.length) },
    ],
    worst.slice(0, 5),
  );
}

/** Italian labels of occupations, one form each. */
function occupations(vocabularies: Vocabularies): string[] {
  const found = new Set<string>();
  for (const word of [
    "tore",
    "ista",
    "iere",
    "aio",
    "tecnico",
    "operatore",
    "addetto",
    "meccanico",
    "inse",
    "infe",
    "capo",
    "assis",
    "diret",
    "pitt",
    "conduc",
    "montat",
    "vend",
    "manov",
    "spec",
    "inge",
  ]) {
    for (const hit of vocabularies.searchOccupations(word, { limit: 50, locale: "it" }))
      found.add(
        (hit.labels.it ?? "")
          .split("/")[0]
          ?.replace(/\u00a0/g, " ")
          .trim() ?? "",
      );
  }
  return [...found].filter((label) => label !== "" && label.split(" ").length <= 4);
}

/** The share of letters two texts have in common in order, as plain memories score: another job's sentence is "90 % the same". */
function plainBest(query: string, remembered: readonly string[]): number {
  let best = 0;
  const words = query.split(" ");
  for (const one of remembered.slice(0, 5000)) {
    const others = new Set(one.split(" "));
    const common = words.filter((word) => others.has(word)).length;
    best = Math.max(best, Math.floor((100 * common) / Math.max(words.length, one.split(" ").length)));
    if (best >= 75) return best;
  }
  return best;
}

async function times(asked: readonly string[], run: (one: string) => Promise<void>): Promise<number[]> {
  const taken: number[] = [];
  for (const one of asked) {
    const begun = performance.now();
    await run(one);
    taken.push(performance.now() - begun);
  }
  return taken;
}
