// A term of the glossary: how a word is to be said, must not be said, or stays as it is. Belongs to an office, or to the whole network.
// [G1] Forms are listed, or given as a stem with a star: "Arbeitsvermittl*" fits every ending.
// Used by the checks, the desk and, later, by providers.
import { z } from "zod";
import type { Locale } from "./locale.ts";

export const TERM_KINDS = ["required", "forbidden", "untranslatable"] as const;
export type TermKind = (typeof TERM_KINDS)[number];

const forms = z.array(z.string().trim().min(1).max(80)).max(12);

export const termSchema = z.object({
  kind: z.enum(TERM_KINDS),
  /** Forms in the source; for `forbidden` they may be empty: then the forms of a locale are forbidden everywhere. */
  source: forms,
  /** Per locale: `required` one of these, `forbidden` none of these; `untranslatable` needs none. */
  forms: z.record(z.string().min(2).max(10), forms),
  note: z.string().trim().max(300).nullable(),
});

export type TermBody = z.infer<typeof termSchema>;

export interface Term extends TermBody {
  readonly id: string;
  /** An owner's id, or "*" for the network; "law" for the fixed wording shipped with the house, which nobody edits. */
  readonly owner: string;
}

/** The first form of a term that stands in a text, as it stands there; null where none does. [G1] */
export function formIn(text: string, listed: readonly string[]): string | null {
  for (const form of listed) {
    const found = patternOf(form).exec(text);
    if (found !== null) return found[0];
  }
  return null;
}

/** Terms of a list whose source forms stand in a text. */
export function termsIn(text: string, terms: readonly Term[], locale: Locale): Term[] {
  return terms.filter(
    (term) =>
      formIn(text, term.source) !== null && (term.kind === "untranslatable" || (term.forms[locale] ?? []).length > 0),
  );
}

const patterns = new Map<string, RegExp>();

function patternOf(form: string): RegExp {
  const before = patterns.get(form);
  if (before !== undefined) return before;
  const escaped = form
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/'/g, "['’]")
    .replace(/\s+/g, "\\s+");
  const body = escaped.replace(/\*/g, "\\p{L}*");
  // An acronym is meant as it is written; other terms in any case.
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`,
    /^[\p{Lu}\p{N}.\s/]+$/u.test(form) ? "u" : "iu",
  );
  if (patterns.size > 5000) patterns.clear();
  patterns.set(form, pattern);
  return pattern;
}
