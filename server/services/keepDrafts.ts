// Writes what a machine translated as drafts: only where nobody has written meanwhile, only while the sentence still stands, never into the memory. [MT2]
// A draft that the public would see as one is checked as strictly as a person's approval: what holds an error is no draft. [C2]
// Called by services/workMachine and services/takeMachineAnswer.
import { blocks } from "../domain/checkTranslation.ts";
import type { MachineJob } from "../domain/machine.ts";
import { segmentsOf } from "../domain/segmentsOf.ts";
import type { Translation } from "../domain/translation.ts";
import type { Translator } from "../translators/translator.ts";
import { TranslatorFailure } from "../translators/translator.ts";
import { announce } from "./changeTranslation.ts";
import { unmaskText } from "./maskText.ts";
import type { Missing, MissingText } from "./missingTexts.ts";
import type { TranslationDesk } from "./moveTranslation.ts";
import { findingsFor } from "./moveTranslation.ts";

export interface Draft {
  readonly segment: string;
  readonly source: string;
  readonly text: string;
}

/** Throws TranslatorFailure of kind `reject` where what came back is no translation of what was sent. */
export function readDraft(
  desk: TranslationDesk,
  translator: Translator,
  { from, terms }: Missing,
  to: string,
  { segment, source, masked }: MissingText,
  answer: string,
): Draft {
  const text = unmaskText(translator.read(answer), masked.marks)
    .normalize("NFC")
    .replace(/[^\P{C}\n]/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();
  if (blocks(findingsFor(desk.vocabularies, source, text, from, to, terms)))
    throw new TranslatorFailure("reject", "translatorChecks");
  return { segment, source, text };
}

/** Returns how many were written. */
export async function keepDrafts(
  desk: TranslationDesk,
  { code, locale }: MachineJob,
  author: string,
  drafts: readonly Draft[],
): Promise<number> {
  if (drafts.length === 0) return 0;
  const now = desk.clock.now();
  const { value } = await desk.store.write(`system:${author}`, now, async (tx) => {
    const posting = await tx.posting(code);
    if (posting === null) return 0;
    const standing = [posting.working, posting.published?.content].flatMap((content) =>
      content == null ? [] : segmentsOf(content),
    );
    const before = await tx.translations(code);
    const after: Translation[] = [...before];
    for (const { segment, source, text } of drafts) {
      if (!standing.some((one) => one.id === segment && one.text === source)) continue;
      if (after.some((one) => one.segment === segment && one.locale === locale && one.source === source)) continue;
      const draft: Translation = {
        code,
        segment,
        locale,
        source,
        text,
        state: "machine",
        author,
        reviewer: null,
        at: now,
        revision: tx.revision,
      };
      await tx.putTranslation(draft);
      await tx.record("translation.written", code, { segment, locale, from: "missing", to: "machine", by: "machine" });
      after.push(draft);
    }
    if (after.length > before.length) await announce(tx, posting, before, after, desk.mirror.policy);
    return after.length - before.length;
  });
  if (value > 0) await desk.mirror.catchUp();
  return value;
}
