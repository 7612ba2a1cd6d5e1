// [K2] Equal treatment (L. 903/77 art. 1, D.Lgs. 198/2006 art. 27, D.Lgs. 216/2003, Directive 2023/970 art. 5): titles of one sex, age, height,
// looks, marital status. Real cases: R016, R025, R027, R124. An age with a ground in law is left alone. Called by checkContent.
import type { Content } from "../content.ts";
import type { Locale } from "../locale.ts";
import type { Contract } from "../vocabulary.ts";
import type { Finding, Reason } from "./finding.ts";
import { finding } from "./finding.ts";
import { oneSexTitle } from "./genderForms.ts";
import type { PlacedText } from "./textsOf.ts";
import { TITLE_PATH } from "./textsOf.ts";

type Said = "sex" | "age" | "height" | "looks" | "maritalStatus";
type Patterns = Partial<Record<Said, readonly RegExp[]>>;

const PATTERNS: Readonly<Record<string, Patterns>> = {
  it: {
    sex: [
      /(?<!\p{L})(?:sol[oi]|solamente|esclusivamente|preferibilmente|cercasi)\s+(?:donn[ae]|uomo|uomini|ragazz[aeio]|signor[aei])(?!\p{L})/iu,
      /(?<!\p{L})(?:di\s+)?sesso\s+(?:femminile|maschile)/iu,
    ],
    age: [
      /(?<!\p{L})età(?!\p{L})[^.;\n]{0,30}?\d{2}(?:\s*[-–/e]\s*\d{2})?(?:\s*anni)?/iu,
      /(?<!\d)\d{2}\s*[-–/]\s*\d{2}\s*anni/iu,
      /(?<!\p{L})(?:massimo|max\.?|non oltre(?:\s+i)?|fino a|entro i|sotto i|under|meno di)\s*\d{2}(?:\s*anni|(?!\s*\p{L}|\d|[.,:/%]))(?!\s+di\s+esperienza)/iu,
      /(?<!\p{L})giovan[ei]\s+(?:donna|uomo|e\s+dinamic|ragazz|person)/iu,
      /(?<!\p{L})(?:limiti?|requisito)\s+d[i’']\s*età/iu,
    ],
    height: [
      /(?<!\p{L})statura(?!\p{L})[^.;\n]{0,30}/iu,
      /(?<!\p{L})altezza\s+(?:minima|massima|almeno|di|non)[^.;\n]{0,20}\d/iu,
    ],
    looks: [/(?<!\p{L})bel(?:la|l)?['’ ]?\s?(?:presenza|aspetto)/iu, /(?<!\p{L})somiglianza\s+con/iu],
    maritalStatus: [
      /(?<!\p{L})(?:nubil[ei]|celib[ei]|coniugat[oaie]|sposat[oaie])(?!\p{L})/iu,
      /(?<!uffici[oa] |ufficio di |ufficio dello )(?<!\p{L})stato civile(?!\p{L})/iu,
      /(?<!\p{L})senza\s+(?:figli|carichi\s+(?:di\s+famiglia|familiari)|impegni\s+familiari)/iu,
    ],
  },
  en: {
    sex: [/\b(?:only|preferably)\s+(?:women|men|girls|boys)\b|\b(?:fe)?male\s+only\b/iu],
    age: [
      /\baged?\s+(?:between\s+|under\s+)?\d{2}/iu,
      /\b\d{2}\s*[-–]\s*\d{2}\s+years?\s+old/iu,
      /\bunder\s+\d{2}\b(?!\s*%)/iu,
    ],
    height: [/\b(?:minimum|maximum)?\s*height\b[^.;\n]{0,20}\d/iu],
    looks: [/\bgood[- ]looking\b/iu],
    maritalStatus: [/\b(?:unmarried|married|marital status|without children)\b/iu],
  },
  fr: {
    sex: [/(?<!\p{L})(?:uniquement|de préférence)\s+(?:des\s+)?(?:femmes?|hommes?)(?!\p{L})/iu],
    age: [
      /(?<!\p{L})âgée?s?\s[^.;\n]{0,20}\d{2}/iu,
      /(?<!\p{L})âge(?!\p{L})[^.;\n]{0,20}?\d{2}/iu,
      /(?<!\p{L})(?:moins de|maximum|de)\s+\d{2}(?:\s*(?:à|-)\s*\d{2})?\s+ans(?!\s+d['’]expérience)/iu,
    ],
    height: [/(?<!\p{L})taille\s+(?:minimum|maximum|minimale|maximale)?[^.;\n]{0,12}\d/iu],
    looks: [/(?<!\p{L})(?:belle|bonne)\s+présentation/iu],
    maritalStatus: [/(?<!\p{L})(?:célibataires?|mariée?s?|situation de famille|sans enfants?)(?!\p{L})/iu],
  },
  de: {
    sex: [/(?<!\p{L})(?:nur|bevorzugt)\s+(?:Frauen|Männer|Damen|Herren)(?!\p{L})/iu],
    age: [
      /\d{2}\s*(?:bis|-|–)\s*\d{2}\s*Jahren?(?!\p{L})/iu,
      /(?<!\p{L})(?:höchstens|maximal|bis|unter)\s+\d{2}\s*Jahren?(?!\s*(?:Erfahrung|Berufserfahrung))/iu,
      /(?<!\p{L})(?:Alter|Höchstalter)(?!\p{L})[^.;\n]{0,20}\d{2}/iu,
    ],
    height: [/(?<!\p{L})Körpergröße(?!\p{L})/iu],
    looks: [/(?<!\p{L})(?:gutes|attraktives)\s+(?:Aussehen|Äußeres)/iu],
    maritalStatus: [/(?<!\p{L})(?:ledige?r?|verheiratete?r?|Familienstand|kinderlos)(?!\p{L})/iu],
  },
};

/** Contracts whose age limits are set by law. */
const AGED_BY_LAW: readonly Contract[] = ["apprenticeship", "internship", "publicWorks", "dualTraining"];

export function checkWording(content: Content, texts: readonly PlacedText[]): Finding[] {
  const lawful = ageHasGround(content);
  return texts.flatMap((one) => [...titleFindings(content, one), ...saidFindings(one, lawful)]);
}

function titleFindings({ section, title }: Content, { path, text, locale }: PlacedText): Finding[] {
  const isTitle = path === TITLE_PATH || path === `translation.${locale}.${title.written.id}`;
  if (!isTitle || section === "event" || section === "notice") return [];
  const one = oneSexTitle(text, locale);
  if (one === null) return [];
  const reason = one.sex === "feminine" ? "feminineTitle" : "masculineTitle";
  return [
    finding("wording", reason, path, {
      found: one.word,
      offers: neutralTitles(text, one.word, one.both, locale),
      locale,
    }),
  ];
}

/** Whole titles that name everybody. */
function neutralTitles(title: string, word: string, both: string, locale: Locale): string[] {
  const masculine = both.split("/")[0] ?? word;
  const mark = { it: "(m/f)", fr: "(H/F)", de: "(m/w/d)" }[locale] ?? "";
  return [title.replace(word, both), `${title.replace(word, masculine)} ${mark}`.trim()];
}

function saidFindings({ path, text, locale }: PlacedText, ageIsLawful: boolean): Finding[] {
  const said = Object.entries(PATTERNS[locale] ?? {}) as [Said, readonly RegExp[]][];
  return said.flatMap(([reason, patterns]) => {
    if (reason === "age" && ageIsLawful) return [];
    const hit = patterns.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
    return hit === undefined || isLegalMinimum(reason, hit)
      ? []
      : [finding("wording", reason, path, { found: hit, locale })];
  });
}

/** Eighteen is what the law asks for many jobs, not a preference. */
function isLegalMinimum(reason: Reason, hit: string): boolean {
  return reason === "age" && (hit.match(/\d{2}/g) ?? []).every((age) => age === "18") && /\d/.test(hit);
}

function ageHasGround({ job, section, statutes, call }: Content): boolean {
  if (section === "training" || call !== null || statutes.length > 0) return true;
  return (job?.contracts ?? []).some((contract) => AGED_BY_LAW.includes(contract));
}
