// What checks and memory must know of a language: its small words, its negations, its numbers in words. Data of
// locales/vocabularies/language.<locale>.json, so that a further language brings its own. Used by valuesIn, checkTranslation, skeleton.
import { z } from "zod";

export const languageSchema = z.object({
  id: z.string(),
  functionWords: z.array(z.string()),
  /** Whole words, or "kein*", "*n't": a star stands for any letters. */
  negations: z.array(z.string()),
  /** From zero up; several forms each. */
  numberWords: z.array(z.array(z.string())),
  /** Words after which an occupation is named ("cercasi …"); empty where the language is no source. */
  seeking: z.array(z.string()),
  /** Endings of words that name a person's work: "*tore". */
  agentEndings: z.array(z.string()),
});

export interface Language extends z.infer<typeof languageSchema> {
  /** Tag handed to Intl. */
  readonly intl: string;
}

/** A language nobody has described: values are still checked, words are not. */
export function plainLanguage(id: string, intl: string): Language {
  return { id, intl, functionWords: [], negations: [], numberWords: [], seeking: [], agentEndings: [] };
}

/** Words in lower case; an apostrophe stays with the word before it ("dell'", "n'"), a hyphen stays inside. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[\p{L}\p{M}\p{N}]+(?:[-'][\p{L}\p{M}\p{N}]+)*'?/gu) ?? []
  );
}

/** Whether a word fits "kein*", "*tore" or a whole word. */
export function fitsPattern(word: string, pattern: string): boolean {
  if (pattern.endsWith("*")) return word.startsWith(pattern.slice(0, -1));
  if (pattern.startsWith("*")) return word.length > pattern.length + 1 && word.endsWith(pattern.slice(1));
  return word === pattern;
}

/** Negations of a text, elided articles apart: "n'est pas" counts. */
export function negationsIn(text: string, language: Language): string[] {
  // A single space lets "dall'esclusione" be seen as its words.
  const words = wordsOf(text.replace(/(['’])(?=\p{L})/gu, "$1 "));
  const whole = wordsOf(text);
  return [...words, ...whole.filter((word) => word.includes("'"))].filter((word) =>
    language.negations.some((pattern) => fitsPattern(word, pattern) || fitsPattern(word, `${pattern}'`)),
  );
}
