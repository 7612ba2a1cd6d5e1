// Titles that name one sex only, and the words that name both, in Italian, French and German. Endings first, then a few words that follow none.
// Called by checkWording.
import type { Locale } from "../locale.ts";

export interface OneSex {
  readonly word: string;
  readonly sex: "feminine" | "masculine";
  /** The word in both forms. */
  readonly both: string;
}

interface Pair {
  readonly masculine: string;
  readonly feminine: string;
  /** True: endings, the stem before them is kept. */
  readonly ending: boolean;
}

const ending = (masculine: string, feminine: string): Pair => ({ masculine, feminine, ending: true });
const word = (masculine: string, feminine: string): Pair => ({ masculine, feminine, ending: false });

const PAIRS: Readonly<Record<string, readonly Pair[]>> = {
  it: [
    word("addetto", "addetta"),
    word("addetti", "addette"),
    word("impiegato", "impiegata"),
    word("impiegati", "impiegate"),
    word("commesso", "commessa"),
    word("commessi", "commesse"),
    word("segretario", "segretaria"),
    word("cuoco", "cuoca"),
    word("cuochi", "cuoche"),
    word("sarto", "sarta"),
    word("maestro", "maestra"),
    word("tecnico", "tecnica"),
    word("meccanico", "meccanica"),
    word("idraulico", "idraulica"),
    word("ostetrico", "ostetrica"),
    word("pasticciere", "pasticciera"),
    word("laureato", "laureata"),
    word("diplomato", "diplomata"),
    word("ragazzo", "ragazza"),
    word("uomo", "donna"),
    word("professore", "professoressa"),
    word("dottore", "dottoressa"),
    word("steward", "hostess"),
    ending("tori", "trici"),
    ending("tore", "trice"),
    // Singular first: "cameriere" is one man before it is several women.
    ending("iere", "iera"),
    ending("ieri", "iere"),
    ending("aio", "aia"),
    ending("ai", "aie"),
  ],
  fr: [
    word("serveur", "serveuse"),
    word("employé", "employée"),
    word("chargé", "chargée"),
    word("assistant", "assistante"),
    word("commerçant", "commerçante"),
    word("apprenti", "apprentie"),
    word("valet", "femme de chambre"),
    ending("teur", "trice"),
    ending("eur", "euse"),
    ending("ier", "ière"),
    ending("cien", "cienne"),
  ],
  de: [
    word("Kaufmann", "Kauffrau"),
    word("Fachmann", "Fachfrau"),
    word("Hausmann", "Hausfrau"),
    word("Koch", "Köchin"),
    word("Arzt", "Ärztin"),
    word("Krankenpfleger", "Krankenschwester"),
    ending("er", "erin"),
    ending("ent", "entin"),
    ending("ist", "istin"),
    ending("or", "orin"),
    ending("eur", "eurin"),
  ],
};

/** Both sexes are named already, or the word belongs to all. */
const BOTH: Readonly<Record<string, RegExp>> = {
  it: /\p{L}\/\p{L}|\(\p{L}{1,4}\)|[*ə]|\bm\s*\/\s*f\b|\bf\s*\/\s*m\b|ambosessi|\bo\s+\p{L}+(?:trice|a)\b/iu,
  fr: /\p{L}\s?\/\s?\p{L}|\(\p{L}{1,5}\)|·|\b[hf]\s*\/\s*[hf]\b|\bou\s+\p{L}+/iu,
  de: /\b[mwd]\s*\/\s*[mwd]\b|\/-?in|:in|\*in|\(in|innen|\p{L}\/\p{L}|kraft\b|hilfe\b|\bund\s+\p{L}+in\b/iu,
};

/** Endings of things, places and trades' names that are no people. */
const NO_PERSON: Readonly<Record<string, RegExp>> = {
  it: /^(?:quartiere|cantiere|cantieri|mestiere|mestieri|settore|settori|motore|motori|trattore|trattori|barriere|corsia|bandiera|fiera|fiere|carriera|carriere|miniera|ai|dai|mai|assai|sai|potrai|avrai|lavorerai|farai|caldaia|caldaie|ghiaia|magliaia|giornaliera|giornaliere|alberghiera|alberghiere|alberghieri)$/iu,
  fr: /^(?:secteur|moteur|chantier|quartier|métier|intérieur|extérieur|hauteur|janvier|février|atelier|premier|première|valeur)$/iu,
  de: /^(?:der|oder|für|unter|über|Lager|Sommer|Winter|Büro|hier|Kinder|Computer|Zimmer|Center|Labor|Motor|Sektor|Moment|Talent|Alter|Dezember|September|Oktober|November|Leder|Wasser|Wetter|Feuer|Papier|Messer|Keller|Theater|Container|ist|immer|guter|neuer|junger|einer|unserer)$/iu,
};

const PREPOSITION: Readonly<Record<string, RegExp>> = {
  it: /\s(?:a|ad|al|alla|alle|ai|agli|di|da|del|della|dei|delle|in|nel|nella|su|sul|sulla|per|con|presso|-|–|,|\()(?=\s|$)|[,(–]/iu,
  fr: /\s(?:à|au|aux|de|du|des|en|dans|sur|pour|avec|chez|-|–)(?=\s|$)|\s?d['’]|[,(–]/iu,
  de: /\s(?:im|in|am|an|auf|bei|für|mit|zum|zur|und|-|–)(?=\s|$)|[,(–]/iu,
};

/** The first word of a title that names one sex only, or null. */
export function oneSexTitle(title: string, locale: Locale): OneSex | null {
  const pairs = PAIRS[locale];
  if (pairs === undefined || BOTH[locale]?.test(title)) return null;
  // What follows a preposition says where or what, not who.
  const head = title.split(PREPOSITION[locale] ?? /$^/u)[0] ?? title;
  for (const [found] of head.matchAll(/\p{L}+/gu)) {
    if (NO_PERSON[locale]?.test(found)) continue;
    const pair = pairs.map((one) => matched(found, one, locale)).find((one) => one !== null);
    if (pair) return pair;
  }
  return null;
}

function matched(found: string, { masculine, feminine, ending: isEnding }: Pair, locale: Locale): OneSex | null {
  const lower = found.toLowerCase();
  const made = (sex: OneSex["sex"], stem: string): OneSex => {
    const [him, her] = [cased(stem + masculine.toLowerCase(), found), stem + feminine.toLowerCase()];
    // German nouns keep their capital.
    return { word: found, sex, both: `${him}/${locale === "de" ? cased(her, "A") : her}` };
  };
  const fits = (form: string) =>
    isEnding ? lower.endsWith(form.toLowerCase()) && lower.length > form.length + 1 : lower === form.toLowerCase();
  const stemOf = (form: string) => (isEnding ? lower.slice(0, -form.length) : "");
  // The longer ending decides: "erin" before "er".
  if (fits(feminine)) return made("feminine", stemOf(feminine));
  if (fits(masculine)) return made("masculine", stemOf(masculine));
  return null;
}

function cased(form: string, like: string): string {
  const first = like.charAt(0);
  return first === first.toUpperCase() && first !== first.toLowerCase()
    ? form.charAt(0).toUpperCase() + form.slice(1)
    : form;
}
