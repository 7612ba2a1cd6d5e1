// An approved translation as the memory keeps it. Called by moveTranslation and the exchange. [TR3]
import { createHash } from "node:crypto";
import type { MemoryEntry } from "../domain/memory.ts";
import { skeletonOf } from "../domain/skeleton.ts";
import type { Translation } from "../domain/translation.ts";
import type { Vocabularies } from "../vocabularies/loadVocabularies.ts";
import type { Standing } from "./changeTranslation.ts";

export function memoryEntryOf(
  vocabularies: Pick<Vocabularies, "language" | "lexicon">,
  translation: Translation,
  { posting, placed, neighbours }: Pick<Standing, "posting" | "placed" | "neighbours">,
  reviewer: string,
): MemoryEntry {
  const { source, text: target, locale: to, author, at } = translation;
  const from = (posting.working ?? posting.published?.content)?.sourceLocale ?? "it";
  return {
    id: memoryId(from, to, source, target),
    from,
    to,
    source,
    target,
    skeleton: skeletonOf(source, vocabularies.language(from), vocabularies.lexicon),
    field: placed.field,
    ...neighbours,
    author,
    reviewer,
    at,
    imported: false,
  };
}

export function memoryId(from: string, to: string, source: string, target: string): string {
  return createHash("sha256").update([from, to, source, target].join("\n")).digest("hex").slice(0, 24);
}
