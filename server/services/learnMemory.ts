// Fills an empty memory from what is approved already: after the demonstration was seeded, or a database came from before there was a memory.
// Called by the memory's follower once at start.

import { placedSegments } from "../domain/segmentsOf.ts";
import { giveWay } from "../giveWay.ts";
import { MEMORY_ACTOR } from "./applyMemory.ts";
import { memoryEntryOf } from "./memoryEntryOf.ts";
import type { TranslationDesk } from "./moveTranslation.ts";

/** Learnt before others get their turn: a few milliseconds. */
const STEP = 5;

/** Returns how many translations it learnt; none where the memory holds anything. */
export async function learnMemory(desk: TranslationDesk): Promise<number> {
  if ((await desk.store.language.memorySize()) > 0) return 0;
  const approved = [...desk.mirror.entries()].flatMap(({ posting, translations }) => {
    const content = posting.working ?? posting.published?.content;
    if (content === undefined) return [];
    const all = placedSegments(content);
    return translations.flatMap((translation) => {
      const at = all.findIndex(
        ({ segment }) => segment.id === translation.segment && segment.text === translation.source,
      );
      const placed = all[at];
      if (placed === undefined || translation.state !== "approved" || translation.author === MEMORY_ACTOR) return [];
      const beside = (n: number) => all[at + n]?.segment.text ?? null;
      return [{ posting, placed, translation, neighbours: { before: beside(-1), after: beside(1) } }];
    });
  });
  if (approved.length === 0) return 0;
  await desk.vocabularies.lexicon.prepare();
  const { value } = await desk.store.write(MEMORY_ACTOR, desk.clock.now(), async (tx) => {
    // Another process may have been first.
    if ((await tx.language.memorySize()) > 0) return 0;
    for (const [n, { translation, ...standing }] of approved.entries()) {
      // An embedded database answers without giving way: five hundred of them were half a second in which nobody else was heard.
      if (n % STEP === 0) await giveWay();
      const entry = memoryEntryOf(desk.vocabularies, translation, standing, translation.reviewer ?? translation.author);
      await tx.language.putMemory(entry, { code: translation.code, segment: translation.segment });
    }
    return approved.length;
  });
  if (value > 0) await desk.mirror.catchUp();
  return value;
}
