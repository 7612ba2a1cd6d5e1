// Phrases: sentences of a closed list with values in them, which stand in every language without a translator. Where they may stand in a posting.
// [V7] A line that says a phrase needs no translation; a person's translation of it goes before the phrase. Used by services, http and the desk.
import type { Content } from "./content.ts";
import type { PerLocale } from "./locale.ts";
import type { SegmentField } from "./segmentsOf.ts";

export const PHRASE_KINDS = ["requirement", "benefit", "document", "instruction"] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

export const KIND_OF_FIELD: Readonly<Partial<Record<SegmentField, PhraseKind>>> = {
  requirement: "requirement",
  benefit: "benefit",
  document: "document",
  inPerson: "instruction",
  applyNote: "instruction",
};

/** What a content's lines say as phrases, by segment id and locale. */
export type PhrasesOf = (content: Content) => Readonly<Record<string, PerLocale<string>>>;

export const NO_PHRASES: PhrasesOf = () => ({});

/** One phrase offered while typing: in the posting's language, and as the reader knows it. */
export interface PhraseOffer {
  readonly text: string;
  readonly said: string;
}
