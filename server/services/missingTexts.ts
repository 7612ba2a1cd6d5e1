// What of a posting no one has translated into a language yet, hidden values and all: what the queue sends. [MJ1]
// A text stands here only where nothing at all was made from its present words: neither a person's nor a machine's. [MT2]
// Called by services/workMachine and services/takeMachineAnswer.
import { createHash } from "node:crypto";
import type { Content } from "../domain/content.ts";
import type { Locale } from "../domain/locale.ts";
import type { MachineJob } from "../domain/machine.ts";
import { ownersAbove } from "../domain/ownersAbove.ts";
import { placedSegments } from "../domain/segmentsOf.ts";
import type { Term } from "../domain/term.ts";
import { forbiddenOwners } from "./allowMachine.ts";
import type { Masked } from "./maskText.ts";
import { maskText } from "./maskText.ts";
import type { TranslationDesk } from "./moveTranslation.ts";
import { termsFor } from "./moveTranslation.ts";

export interface MissingText {
  readonly segment: string;
  readonly source: string;
  readonly masked: Masked;
  /** Of what is sent: the same only while words and glossary are the same. */
  readonly digest: string;
}

export interface Missing {
  readonly from: Locale;
  readonly terms: readonly Term[];
  readonly texts: readonly MissingText[];
  /** Whoever owns the posting lets no text leave the house. */
  readonly forbidden: boolean;
}

export const digestOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);

/** Null where the posting is gone, closed, or written in that very language. */
export async function missingTexts(
  desk: TranslationDesk,
  { code, locale, refused }: Pick<MachineJob, "code" | "locale" | "refused">,
): Promise<Missing | null> {
  const entry = desk.mirror.entry(code);
  if (entry === undefined || entry.posting.state === "closed") return null;
  const { posting, translations } = entry;
  const contents = [posting.working, posting.published?.content].filter((one) => one != null);
  const [first] = contents;
  if (first === undefined || first.sourceLocale === locale) return null;
  const owner = desk.mirror.owners.get(posting.owner);
  const forbidding = await forbiddenOwners(desk.store);
  const forbidden = [posting.owner, ...ownersAbove(owner), "*"].some((id) => forbidding.has(id));
  const terms = await termsFor(desk.store, desk.vocabularies, posting.owner);
  const { lexicon } = desk.vocabularies;
  const [from, to] = [desk.vocabularies.language(first.sourceLocale), desk.vocabularies.language(locale)];
  const texts = new Map<string, MissingText>();
  for (const content of contents) {
    const names = namesIn(content);
    const phrases = desk.mirror.phrasesOf(content);
    for (const { field, segment } of placedSegments(content)) {
      const { id, text: source } = segment;
      if (source.trim() === "" || (field === "title" && content.title.occupation !== null)) continue;
      // What the vocabularies say is sent to nobody. [V7]
      if (phrases[id] !== undefined) continue;
      if (translations.some((one) => one.segment === id && one.locale === locale && one.source === source)) continue;
      if (refused.some((one) => one.segment === id && one.source === digestOf(source))) continue;
      const masked = maskText(source, { from, to, lexicon, terms, names });
      texts.set(`${id} ${source}`, { segment: id, source, masked, digest: digestOf(masked.text) });
    }
  }
  return { from: first.sourceLocale, terms, texts: [...texts.values()], forbidden };
}

function namesIn({ employer, places }: Content): string[] {
  const names = [employer?.name, ...places.map(({ municipality }) => municipality)];
  return names.filter((name) => name != null && name.length > 2) as string[];
}
