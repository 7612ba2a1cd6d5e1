// Finds the occupation of a title as an office or employer wrote it in Italian. A wrong one is worse than none.
// [V1] `certain` only for an everyday title of the alias table or an ESCO label that belongs to one concept alone.
// [V2] A title naming several occupations matches nothing. [V5] A word that nobody understood leaves it to a person (restOfTitle.ts).
// [V6] Neither does a label that is another unit group's everyday word. Called by the import through loadVocabularies.
import type { Qualifier } from "../domain/vocabulary.ts";
import { builtInSteps } from "./builtInSteps.ts";
import { foldedWords } from "./foldText.ts";
import { formsOf } from "./genderForms.ts";
import { stemsOf } from "./occupationIndex.ts";
import type { OccupationTables } from "./occupationTables.ts";
import { takeQualifiers } from "./qualifierWords.ts";
import { addsNothing, wordsOfTitle } from "./restOfTitle.ts";

export interface OccupationMatch {
  /** "esco:<uuid>" or "isco:<digits>". */
  readonly occupation: string;
  readonly qualifiers: readonly Qualifier[];
  /** False: a suggestion to confirm, never to publish unseen. */
  readonly certain: boolean;
}

interface Known {
  readonly aliases: ReadonlyMap<string, { reference: string; qualifiers: readonly Qualifier[] }>;
  /** Stems → the one concept, or "" where several claim them. */
  readonly preferred: ReadonlyMap<string, string>;
  readonly alternatives: ReadonlyMap<string, string>;
  /** Stem → every concept some wording of which holds it. */
  readonly holding: ReadonlyMap<string, readonly string[]>;
  readonly unitOf: (reference: string) => string;
  /** Everyday stems written with single letters → the stem, or "" where two would look the same. */
  readonly undoubled: ReadonlyMap<string, string>;
}

const LOCALE = "it";
/** A title longer than this names no occupation, it tells a story. */
const LONGEST = 200;
const SEVERAL = /[,;+&/]/;

/** "Cuoco/a", "Infermieri/e", "addetto (m/f)", "camerierə": what only says that everyone may apply. */
const GENDER_MARKS =
  /\s*[(/\-*]\s*(?:a|e|o|i|trice|rice|ice|ra|essa|tore|m\/f|f\/m|uomo\/donna)\)?(?=$|[\s,;.)/])|[*ə]/giu;
/** "(L. 68/99)", "(B1, area II)", "rif. 12": what says nothing about the work. */
const ASIDES =
  /\((?:[^()]*\d[^()]*|m\/f|f\/m|concorso|full.?time|part.?time|estero|urgente|stage|tirocinio)\)|\b(?:rif|cod)\.?\s*\S*\d\S*|\bm\/f\b|\b(?:categorie|categoria) protett[ae]\b|\b(?:part|full)[ -]?time\b/giu;

/** Concepts learnt before others get their turn: some two milliseconds. */
const STEP = 50;

export function createOccupationMatcher(tables: OccupationTables): {
  match(titleAsWritten: string): OccupationMatch | null;
  prepare(): Promise<void>;
} {
  const wordings = builtInSteps(() => learn(tables));
  return {
    prepare: wordings.prepare,
    match(title) {
      const known = wordings.get();
      const plain = title.normalize("NFC").slice(0, LONGEST).replace(ASIDES, " ").replace(GENDER_MARKS, "").trim();
      return matchParts(known, plain) ?? matchOne(known, plain) ?? matchWithRest(known, plain);
    },
  };
}

/**
 * "barman/barlady", "ASO - assistente di studio odontoiatrico", "cuoco (hotel 4 stelle)": several words for one occupation, else nothing. [V2]
 */
function matchParts(known: Known, title: string): OccupationMatch | null {
  const parts = title
    .split(/[/()]|\s[-–—]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length < 2 || parts.length > 4) return null;
  const telling = parts.filter((part, n) => n === 0 || !addsNothing(foldedWords(part)));
  const found = telling.map((part) => matchOne(known, part) ?? matchWithRest(known, part));
  const first = found[0];
  if (first === null || first === undefined) return null;
  const same = found.every(
    (one) => one !== null && one.occupation === first.occupation && one.qualifiers.join() === first.qualifiers.join(),
  );
  if (same) return { ...first, certain: found.every((one) => one?.certain === true) };
  return null;
}

/** "3 cuochi per hotel 4 stelle": an occupation, and besides it only what changes nothing. [V5] */
function matchWithRest(known: Known, title: string): OccupationMatch | null {
  if (SEVERAL.test(title)) return null;
  const words = wordsOfTitle(title);
  for (let length = words.length; length > 0; length -= 1) {
    const head = words.slice(0, length).join(" ");
    const rest = words.slice(length);
    if (!addsNothing(rest)) return null;
    const found = matchOne(known, head) ?? matchMisspelt(known, head);
    if (found !== null) {
      const sure = rest.length === 0 || !hasRival(known, found.occupation, words);
      return { ...found, certain: found.certain && sure };
    }
    const key = stemsOf(head, LOCALE).join(" ");
    if (known.aliases.has(key) || known.preferred.has(key)) return null;
  }
  return null;
}

/** "parruchiere", "magaziniere": the commonest slip of Italian is one letter of two. Only for an everyday title of one long word. */
function matchMisspelt(known: Known, title: string): OccupationMatch | null {
  const stems = stemsOf(title, LOCALE);
  const [stem = ""] = stems;
  if (stems.length !== 1 || stem.length < 7) return null;
  const meant = known.undoubled.get(undouble(stem));
  return meant === undefined || meant === "" ? null : lookUp(known, [meant]);
}

/** Another unit group has wordings that hold every word of this title: a waitress of a hotel is one thing, its chambermaid another. [V6] */
function hasRival(known: Known, found: string, words: readonly string[]): boolean {
  const [first = [], ...others] = stemsOf(words.join(" "), LOCALE).map((stem) => new Set(known.holding.get(stem)));
  const unit = known.unitOf(found);
  return [...first].some(
    (reference) => known.unitOf(reference) !== unit && others.every((holding) => holding.has(reference)),
  );
}

function matchOne(known: Known, title: string): OccupationMatch | null {
  const stems = stemsOf(title, LOCALE);
  if (/[,;+&]/.test(title)) return null;
  // "barista/banconista": two words people write together are an alias of their own, or two occupations.
  if (title.includes("/")) return differ(known, title) ? null : lookUpAlias(known, stems.join(" "));
  const whole = lookUp(known, stems);
  if (whole !== null) return whole;
  const { rest, qualifiers, safe } = takeQualifiers(stems);
  if (qualifiers.length === 0 || rest.length === 0) return null;
  const found = lookUp(known, rest);
  if (found === null) return null;
  const all = [...new Set([...qualifiers, ...found.qualifiers])].slice(0, 3);
  return { occupation: found.occupation, qualifiers: all, certain: found.certain && safe };
}

/** Each part is an occupation by itself, and not the same. */
function differ(known: Known, title: string): boolean {
  const found = title.split("/").map((part) => lookUp(known, stemsOf(part, LOCALE))?.occupation);
  return found.every((one) => one !== undefined) && new Set(found).size > 1;
}

/** [V1] */
function lookUp(known: Known, stems: readonly string[]): OccupationMatch | null {
  const key = stems.join(" ");
  if (known.aliases.has(key)) return lookUpAlias(known, key);
  const preferred = known.preferred.get(key);
  const alternative = known.alternatives.get(key);
  if (preferred !== undefined) {
    if (preferred === "") return null;
    const rival =
      alternative !== undefined && (alternative === "" || known.unitOf(alternative) !== known.unitOf(preferred));
    return { occupation: preferred, qualifiers: [], certain: !rival };
  }
  if (alternative === undefined || alternative === "") return null;
  return { occupation: alternative, qualifiers: [], certain: false };
}

function lookUpAlias(known: Known, key: string): OccupationMatch | null {
  const alias = known.aliases.get(key);
  if (alias === undefined || alias.reference === "") return null;
  return { occupation: alias.reference, qualifiers: alias.qualifiers, certain: true };
}

function* learn(tables: OccupationTables): Generator<void, Known> {
  let taken = 0;
  const aliases = new Map<string, { reference: string; qualifiers: readonly Qualifier[] }>();
  for (const [reference, labels] of tables.everyday) {
    for (const form of formsOf(labels[LOCALE] ?? "", LOCALE))
      aliases.set(stemsOf(form, LOCALE).join(" "), { reference, qualifiers: [] });
  }
  yield;
  for (const { title, reference, qualifiers } of tables.aliases()) {
    aliases.set(stemsOf(title, LOCALE).join(" "), { reference, qualifiers: qualifiers as readonly Qualifier[] });
  }
  yield;
  const holding = new Map<string, string[]>();
  const unitOf = (reference: string) => tables.concepts.get(reference)?.isco ?? reference.replace("isco:", "");
  const hold = (wording: string, reference: string) => {
    for (const stem of stemsOf(wording, LOCALE)) {
      const held = holding.get(stem);
      if (held === undefined) holding.set(stem, [reference]);
      // Its wordings come one after the other; one that is here twice does no harm.
      else if (held.at(-1) !== reference) held.push(reference);
    }
  };
  for (const { title, reference } of tables.aliases()) if (reference !== "") hold(title, reference);
  const preferred = new Map<string, string>();
  for (const { reference, labels, offered } of tables.concepts.all()) {
    const label = labels[LOCALE];
    if (!offered || label === undefined || reference.startsWith("isco:")) continue;
    if (++taken % STEP === 0) yield;
    for (const form of formsOf(label, LOCALE)) {
      claim(preferred, form, reference);
      hold(form, reference);
    }
  }
  const alternatives = new Map<string, string>();
  for (const [{ reference, offered }, labels] of tables.alternatives(LOCALE).all()) {
    if (!offered) continue;
    if (++taken % STEP === 0) yield;
    for (const label of labels) {
      for (const form of formsOf(label, LOCALE)) {
        claim(alternatives, form, reference);
        hold(form, reference);
      }
    }
  }
  const undoubled = new Map<string, string>();
  for (const stem of [...aliases.keys(), ...preferred.keys()].filter((key) => !key.includes(" "))) {
    const plain = undouble(stem);
    const before = undoubled.get(plain);
    undoubled.set(plain, before === undefined || before === stem ? stem : "");
  }
  return { aliases, preferred, alternatives, holding, unitOf, undoubled };
}

const undouble = (stem: string): string => stem.replace(/(.)\1/g, "$1");

function claim(claims: Map<string, string>, label: string, reference: string): void {
  const key = stemsOf(label, LOCALE).join(" ");
  const before = claims.get(key);
  claims.set(key, before === undefined || before === reference ? reference : "");
}
