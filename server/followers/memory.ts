// Fills what is still missing from the memory: after a posting changed, and everywhere after an approval. Called by app.ts. [T6]
import type { Code } from "../domain/code.ts";
import type { Locale } from "../domain/locale.ts";
import { segmentsOf } from "../domain/segmentsOf.ts";
import { skeletonOf } from "../domain/skeleton.ts";
import type { House } from "../house.ts";
import { applyMemory } from "../services/applyMemory.ts";
import { learnMemory } from "../services/learnMemory.ts";
import { whenCalm } from "../services/whenCalm.ts";

/** Quiet time before looking: an import changes hundreds at once, and autosave every second. */
const QUIET = 300;

export interface MemoryFollower {
  /** Resolves when nothing waits any more; for tests and an orderly end. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export function followMemory(house: House): MemoryFollower {
  const waiting = new Set<Code>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const shapes = new Map<string, string>();

  async function run(): Promise<void> {
    for (const code of [...waiting]) {
      if (stopped) return;
      waiting.delete(code);
      try {
        await applyMemory(house, code, house.locales);
      } catch (error) {
        house.log.warn({ err: error, code }, "the memory could not be applied");
      }
    }
  }
  const soon = () => {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(run);
    }, QUIET);
    timer.unref();
  };

  house.mirror.onChange(({ postings, translated = [] }) => {
    for (const code of postings) waiting.add(code);
    // What was just approved may be what other postings wait for: those that say the same sentence.
    const sentences = new Set(translated.flatMap((code) => sourcesOf(code)));
    if (sentences.size > 0) {
      for (const { posting } of house.mirror.entries()) {
        if (waiting.has(posting.code) || posting.state === "closed") continue;
        if (sourcesOf(posting.code).some((source) => sentences.has(source))) waiting.add(posting.code);
      }
    }
    if (waiting.size > 0) soon();
  });

  function sourcesOf(code: Code): string[] {
    const content = house.mirror.entry(code)?.posting.working ?? house.mirror.entry(code)?.posting.published?.content;
    return content === undefined ? [] : segmentsOf(content).map(({ text }) => shapeOf(text, content.sourceLocale));
  }

  /** The sentence without its values: what the memory can say again. */
  function shapeOf(text: string, locale: Locale): string {
    const key = `${locale} ${text}`;
    const before = shapes.get(key);
    if (before !== undefined) return before;
    const shape = skeletonOf(text, house.vocabularies.language(locale), house.vocabularies.lexicon).words.join(" ");
    if (shapes.size > 20_000) shapes.clear();
    shapes.set(key, shape);
    return shape;
  }

  // Not while the house is opening its doors: nobody waits for this.
  void whenCalm().then(() => {
    if (stopped) return;
    running = running
      .then(async () => void (await learnMemory(house)))
      .catch((error: unknown) => house.log.warn({ err: error }, "the memory could not be filled"));
  });

  return {
    settle: async () => {
      clearTimeout(timer);
      running = running.then(run);
      await running;
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
