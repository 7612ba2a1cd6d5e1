// Phrases beside requirements: what is offered, which papers to bring, how to apply. The same grammar as for requirements, and as strict: [V4]
// every word must be understood, so that "alloggio gratuito" is never said as mere lodging. Called through loadVocabularies.
import type { PhraseKind } from "../domain/phrase.ts";
import type { Phrase } from "./matchRequirement.ts";
import type { Read, Rule } from "./requirementGrammar.ts";
import { fits, wordsOf } from "./requirementGrammar.ts";

const plain = (id: string) => () => ({ id, values: {} });
const OFFERED = "offert|offre|inclus|compres|fornit|garantit";
const CV = "curriculum|cv";
const VALID = "valid|corso|validit";

/** The codes of languages people name in a course. */
const LANGUAGES: Readonly<Record<string, string>> = {
  italian: "it",
  ingles: "en",
  frances: "fr",
  tedesc: "de",
  spagnol: "es",
  arab: "ar",
};

const BENEFITS: readonly Rule[] = [
  { must: ["vitto", "allogg", "gratuit"], may: OFFERED, say: plain("boardLodgingFree") },
  { must: ["vitto", "allogg"], may: OFFERED, say: plain("boardLodging") },
  { must: ["allogg", "aiut|support|assistenz"], may: "ricerc|trovar", say: plain("housingHelp") },
  { must: ["allogg", "gratuit"], may: OFFERED, say: plain("lodgingFree") },
  { must: ["allogg"], may: OFFERED, say: plain("lodging") },
  { must: ["buon", "past"], may: OFFERED, say: plain("mealVouchers") },
  { must: ["ticket"], may: `${OFFERED}|restaurant|past`, say: plain("mealVouchers") },
  { must: ["vitto|past"], may: OFFERED, say: plain("meals") },
  { must: ["rimbors", "viagg|trasport"], may: "spes", say: plain("travelCosts") },
  { must: ["navett"], may: `${OFFERED}|aziendal`, say: plain("shuttle") },
  { must: ["formazion", "caric"], may: "aziend|datore|lavoro", say: plain("trainingPaid") },
  { must: ["formazion", "inizial"], may: OFFERED, say: plain("trainingInitial") },
  { must: ["corso", "lingu"], may: OFFERED, say: plain("languageCourse") },
  { must: ["corso", Object.keys(LANGUAGES).join("|")], may: OFFERED, say: languageCourse },
  {
    must: ["possibilit|prospettiv", "indeterminat"],
    may: "temp|trasformazion|contratt|assunzion|success",
    say: plain("possiblyPermanent"),
  },
  { must: ["possibilit", "prorog|rinnov"], may: "contratt", say: plain("possiblyExtended") },
  { must: ["divis|abbigliament"], may: `${OFFERED}|lavoro`, say: plain("workClothes") },
  { must: ["assistenz", "medic"], may: OFFERED, say: plain("medicalCare") },
  { must: ["aiut|support|assistenz", "riconosc", "titol"], may: "studi", say: plain("recognitionHelp") },
];

const DOCUMENTS: readonly Rule[] = [
  { must: ["copia|fotocopi", "document|carta", "identit|riconosc"], may: VALID, say: plain("identityCopy") },
  { must: ["document|carta", "identit|riconosc"], may: VALID, say: plain("identity") },
  { must: ["codice", "fiscal"], may: "", say: plain("taxCode") },
  { must: ["tessera", "sanitari"], may: "", say: plain("healthCard") },
  { must: [CV, "europ"], may: "vitae|format|modell", say: plain("cvEuropass") },
  { must: [CV], may: "vitae|aggiornat", say: plain("cv") },
  { must: ["copia|certificat", "titol|diplom"], may: "studi", say: plain("degreeCopy") },
  { must: ["patent"], may: "guida", say: plain("drivingLicence") },
  { must: ["isee"], may: `attestazion|modell|certificazion|${VALID}`, say: plain("isee") },
  { must: ["did"], may: "dichiarazion|immediat|disponibilit|lavoro", say: plain("availability") },
  {
    must: ["dichiarazion", "immediat", "disponibilit"],
    may: "lavoro",
    say: plain("availability"),
  },
  { must: ["permess", "soggiorn"], may: VALID, say: plain("residencePermit") },
  { must: ["attestat"], may: "qualific|professional", say: plain("certificates") },
  { must: ["referenz"], may: "letter|lavor|precedent", say: plain("references") },
];

const INSTRUCTIONS: readonly Rule[] = [
  { must: [CV, "port|munit"], may: "vitae|propri|present", say: plain("bringCv") },
  { must: ["document", "identit|riconosc", "port|munit"], may: `${VALID}|present`, say: plain("bringIdentity") },
  {
    must: [CV, "invi|mand|trasmett|spedi"],
    may: "vitae|mail|email|e|posta|elettronic|indirizz|indicat|via|sopra",
    say: plain("sendCv"),
  },
  { must: [CV, "italian"], may: "vitae|lingua|scritt", say: plain("cvInItalian") },
  {
    must: ["preselezion|selezion", "contatt|chiamat|solo|soltanto|esclusivament"],
    may: "verrann|sarann|solo|soltanto|esclusivament|ricontatt|contatt|chiamat|profil",
    say: plain("onlySelected"),
  },
  { must: ["appuntament"], may: "solo|soltanto|previo", say: plain("byAppointment") },
  {
    must: ["colloqu", "distanz|online|remoto", "fuori", "region"],
    may: "chi|viv|resid",
    say: plain("remoteForOthers"),
  },
  { must: ["colloqu", "distanz|online|remoto"], may: "", say: plain("remoteInterviews") },
  {
    must: ["access|ammess|partecip", "candidat"],
    may: "solo|soltanto|riservat|chi|e|gia|prima",
    say: plain("appliedOnly"),
  },
  {
    must: ["candidatur", "nessun|non", "graduatori"],
    may: "serv|occorr|richied|avvian|chiam|prim|person|si",
    say: plain("rankingOnly"),
  },
  { must: ["domand|candidatur", "cpi"], may: "present|consegn|inoltr", say: plain("applicationAtOffice") },
  { must: ["cpi", "present|rivolg"], may: "person|sede|sportell", say: plain("atOffice") },
];

const RULES: Readonly<Record<Exclude<PhraseKind, "requirement">, readonly Rule[]>> = {
  benefit: BENEFITS,
  document: DOCUMENTS,
  instruction: INSTRUCTIONS,
};

export function readPhrase(kind: Exclude<PhraseKind, "requirement">, text: string): Phrase | null {
  // Several things in one line are several lines: an importer or a person parts them.
  if (/[;:]|\be\/o\b|\boppure\b/.test(text) && kind !== "instruction") return null;
  const read = wordsOf(text.toLowerCase());
  for (const rule of RULES[kind]) {
    const phrase = fits(rule, read) ? rule.say(read) : null;
    if (phrase !== null) return phrase;
  }
  return kind === "instruction" ? byHour(text) : null;
}

function languageCourse({ words }: Read): Phrase | null {
  const named = Object.entries(LANGUAGES).filter(([stem]) => words.some((word) => word.startsWith(stem)));
  const [only] = named;
  return named.length === 1 && only !== undefined ? { id: "languageCourseIn", values: { language: only[1] } } : null;
}

/** "entro le 12", "entro le ore 12:30": on the day that the deadline names. */
function byHour(text: string): Phrase | null {
  const [, hour = "", minutes = "00"] = /^\s*entro le (?:ore )?(\d{1,2})(?:[:.](\d{2}))?\s*\.?\s*$/i.exec(text) ?? [];
  if (hour === "" || Number(hour) < 6 || Number(hour) > 23 || Number(minutes) > 59) return null;
  return { id: "byHour", values: { time: `${hour.padStart(2, "0")}:${minutes}` } };
}
