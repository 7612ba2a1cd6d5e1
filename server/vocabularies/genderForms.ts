// The two gender forms inside an ESCO label, and the label as it is shown: "cameriere / cameriera".
// Called by the occupation vocabulary and by anything that needs one form only (search, speech).

export type GenderForms = { readonly masculine: string; readonly feminine: string } | { readonly single: string };

/** A no-break space keeps the slash at the end of a line; the plain one lets the second form wrap. */
const JOIN = "\u00A0/ ";

/** ESCO labels whose middle slash parts something other than the two genders. */
const NOT_GENDERS: ReadonlySet<string> = new Set(["Lehrkraft für Erdkunde/Geografie Sekundarstufe"]);

/** ESCO labels that name the feminine form first. */
const FEMININE_FIRST: ReadonlySet<string> = new Set([
  "Hebamme/Entbindungspfleger",
  "Mannequin/Dressman",
  "gouvernantes/intendants à domicile",
]);

/**
 * Splits at the middle slash: German labels carry others inside each form ("Import-/Exportmanager…/Import-/Exportmanagerin…").
 * A label with no middle slash is `single`.
 */
export function genderForms(label: string, locale: string): GenderForms {
  const parts = label.split("/").map((part) => part.trim());
  if (parts.length % 2 === 1 || NOT_GENDERS.has(label)) return { single: label };
  const middle = parts.length / 2;
  const first = parts.slice(0, middle).join("/");
  const second = parts.slice(middle).join("/");
  if (first === "" || second === "") return { single: label };
  if (FEMININE_FIRST.has(label)) return { masculine: second, feminine: first };
  const ending = /^(in|innen)( .*)?$/.exec(second);
  if (locale === "de" && ending !== null) return withGermanEnding(first, ending[1] ?? "in", ending[2] ?? "");
  return { masculine: first + sharedTail(first, second), feminine: second };
}

/** "Schichtleiter/in Bergbau": the slash adds an ending to the word before it. */
function withGermanEnding(stem: string, ending: string, tail: string): GenderForms {
  return { masculine: stem + tail, feminine: stem + ending + tail };
}

/** "vendeur/vendeuse en articles de sport": what follows the feminine noun belongs to both forms. */
function sharedTail(first: string, second: string): string {
  const a = first.split(" ");
  const b = second.split(" ");
  const extra = b.slice(a.length);
  if (extra.length === 0 || a.at(-1) === b.at(-1)) return "";
  return ` ${extra.join(" ")}`;
}

/** Every form once: two for a label with both genders, else one. */
export function formsOf(label: string, locale: string): readonly string[] {
  const forms = genderForms(label, locale);
  if ("single" in forms) return [forms.single];
  return forms.masculine === forms.feminine ? [forms.masculine] : [forms.masculine, forms.feminine];
}

/** The label for a reader: the label's own words, with room around the slash between the two genders. */
export function showLabel(label: string, locale: string): string {
  const forms = genderForms(label, locale);
  if ("single" in forms) return forms.single;
  if (forms.masculine === forms.feminine) return forms.masculine;
  const parts = label.split("/").map((part) => part.trim());
  if (/^(in|innen)( |$)/.test(parts.at(-1) ?? "")) return `${forms.masculine}${JOIN}${forms.feminine}`;
  const middle = parts.length / 2;
  return parts.slice(0, middle).join("/") + JOIN + parts.slice(middle).join("/");
}
