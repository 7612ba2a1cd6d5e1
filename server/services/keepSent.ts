// Keeps what a source sent in other languages, as translations for a person to look at. [EX4] Called by importRecords, inside its transaction.
// A text is tied to a sentence only where both sides have as many; and never written over what a translator has begun. [X4]
import type { Posting } from "../domain/posting.ts";
import type { Segment } from "../domain/segment.ts";
import { sentencesOf } from "../domain/segment.ts";
import type { Instant } from "../domain/time.ts";
import type { Writer } from "../store/store.ts";
import type { Planned } from "./planImport.ts";

export async function keepSent(
  tx: Writer,
  posting: Posting,
  { record, content }: Pick<Planned, "record" | "content">,
  { system, now }: { readonly system: string; readonly now: Instant },
): Promise<void> {
  if (content === null || record.translations.length === 0) return;
  const begun = new Set((await tx.translations(posting.code)).map(({ segment, locale }) => `${locale} ${segment}`));
  for (const { lang, title, duties } of record.translations) {
    if (lang === null || lang === content.sourceLocale) continue;
    const pairs = [
      ...pairsOf([content.title.written], title === null ? [] : [title]),
      ...pairsOf(content.duties, duties ?? []),
    ];
    for (const { segment, text } of pairs) {
      if (begun.has(`${lang} ${segment.id}`)) continue;
      await tx.putTranslation({
        code: posting.code,
        segment: segment.id,
        locale: lang,
        source: segment.text,
        text,
        state: "review",
        author: system,
        reviewer: null,
        at: now,
        revision: tx.revision,
      });
    }
  }
}

function pairsOf(segments: readonly Segment[], texts: readonly string[]) {
  const sentences = texts.length === segments.length ? texts : texts.flatMap((text) => sentencesOf(text));
  if (sentences.length !== segments.length) return [];
  return segments.map((segment, index) => ({ segment, text: sentences[index] as string }));
}
