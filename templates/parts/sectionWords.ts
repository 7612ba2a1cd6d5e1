// The word of a section, alone and as the band of a card sets it. Called by card, page, paper and the desk.
import type { Section } from "../../server/domain/section.ts";
import type { Words } from "./words.ts";

export interface SectionWords {
  readonly word: string;
  /** "L. 68/99" where the section has a law of its own. */
  readonly note: string | null;
}

/** In a narrow band long words may break where card.json says; elsewhere the word stands whole. */
export function sectionWords(section: Section, words: Words, narrow = false): SectionWords {
  const broken = `card:bandWord.${section}`;
  const note = `vocabulary:sectionNote.${section}`;
  return {
    word: narrow && words.has(broken) ? words.t(broken) : words.t(`vocabulary:section.${section}`),
    note: words.has(note) ? words.t(note) : null,
  };
}
