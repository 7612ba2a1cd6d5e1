// Italian words that qualify an occupation in a written title ("aiuto", "senior"), and the code each stands for.
// Called by matchOccupation; the labels of the codes live in locales/<locale>/vocabulary.json.
import type { Qualifier } from "../domain/vocabulary.ts";

export interface FoundQualifiers {
  /** The stems that are left; empty when the title was nothing but qualifiers. */
  readonly rest: readonly string[];
  readonly qualifiers: readonly Qualifier[];
  /** False where the word may change the occupation itself: a "capo cuoco" is a chef. */
  readonly safe: boolean;
}

const FIRST: Readonly<Record<string, Qualifier>> = {
  aiut: "helper",
  apprendist: "apprentice",
};

const ANYWHERE: Readonly<Record<string, Qualifier>> = {
  junior: "junior",
  jr: "junior",
  senior: "senior",
  sr: "senior",
  espert: "expert",
  stagional: "seasonal",
  qualificat: "qualified",
  specializzat: "specialised",
  generic: "generic",
};

const DOUBTFUL_FIRST: Readonly<Record<string, Qualifier>> = {
  cap: "head",
  capo: "head",
  responsabil: "manager",
  addett: "attendant",
};

/** Takes qualifiers off the stems of an Italian title: at its head, or anywhere for seniority and season. */
export function takeQualifiers(stems: readonly string[]): FoundQualifiers {
  const qualifiers: Qualifier[] = [];
  let safe = true;
  let rest = [...stems];
  for (;;) {
    const head = rest[0] ?? "";
    const found = FIRST[head] ?? DOUBTFUL_FIRST[head];
    if (found === undefined || rest.length < 2) break;
    if (FIRST[head] === undefined) safe = false;
    qualifiers.push(found);
    rest = rest.slice(1);
  }
  rest = rest.filter((stem) => {
    const found = ANYWHERE[stem];
    if (found === undefined) return true;
    if (!qualifiers.includes(found)) qualifiers.push(found);
    return false;
  });
  return { rest, qualifiers, safe };
}
