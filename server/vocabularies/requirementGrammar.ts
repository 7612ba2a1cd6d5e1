// A small grammar of Italian requirements: what a wording must name, what it may say besides, and its numbers, whatever their order.
// [V4] Every word must be understood: one that no rule allows leaves the requirement as it was written. A wish ("gradita"), a limit upwards
// ("massimo"), a trade ("settore edile") are such words, since dropping them would change what is asked.
// Called by matchRequirement for what its whole patterns do not know.
import type { Requirement } from "../domain/content.ts";
import { foldText } from "./foldText.ts";
import type { Places } from "./placeTables.ts";

type Phrase = NonNullable<Requirement["phrase"]>;

export interface Read {
  /** Folded words; a number is "#", a day "@", a law of a known name "§". */
  readonly words: readonly string[];
  readonly numbers: readonly number[];
  readonly days: readonly string[];
}

export interface Rule {
  /** Beginnings of words, each of which must be there; alternatives joined by "|". */
  readonly must: readonly string[];
  /** Beginnings of words that add nothing. */
  readonly may?: string;
  readonly numbers?: number;
  readonly say: (read: Read) => Phrase | null;
}

/** Words that add nothing to any requirement. */
const FILLERS =
  "a|ad|al|all|alla|negli|alle|ai|agli|con|da|dal|dalla|dei|del|della|delle|dello|dell|degli|di|d|e|ed|gli|i|il|in|l|la|le|lo|nei|nel|nella|nelle|nell|o|per|presso|su|sul|sui|un|una|uno|si|essere|avere|aver|aver|sono|si|esser|richied|richiest|necessari|indispensabil|obbligatori|requisit|possess|candidat|lavoratori|persone|persona".split(
    "|",
  );
const WHOLE = new Set(FILLERS.filter((word) => word.length < 5));
const BEGINNINGS = FILLERS.filter((word) => word.length >= 5);

const NUMBER_WORDS = "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici".split(" ");

const plain = (id: string) => () => ({ id, values: {} });
const education = (level: string) => () => ({ id: "education", values: { education: level } });
const counted =
  (id: string) =>
  ({ numbers }: Read) => ({ id, values: { count: numbers[0] ?? 0 } });

const TRADE =
  "mansion|ruol|lavorativ|analog|simil|matur|pregress|comprovat|precedent|document|minim|almeno|svolt|settor";
const SCHOOL =
  "titol|studi|conseguit|almeno|minim|scuol|istruzion|grad|second|superior|media|quinquennal|matur|diplom|livell";

const RULES: readonly Rule[] = [
  { must: ["esperienz", "ann"], numbers: 1, may: TRADE, say: counted("experienceYears") },
  { must: ["esperienz", "mes"], numbers: 1, may: TRADE, say: counted("experienceMonths") },
  {
    must: ["esperienz", "senza|prim|nessun"],
    may: "anche|precedent|pregress|alcun|lavorativ|apert",
    say: plain("experienceNone"),
  },
  {
    must: ["esperienz", "non", "richied|richiest|necessari|serv|occorr|indispensabil"],
    may: "alcun|precedent|pregress",
    say: plain("experienceNone"),
  },
  { must: ["esperienz", "minim|breve"], may: "mansion|ruol", say: plain("experienceSome") },
  {
    must: ["esperienz"],
    may: "mansion|ruol|lavorativ|pregress|comprovat|precedent|document|matur",
    say: plain("experience"),
  },
  { must: ["ann"], numbers: 2, may: "eta|compres|tra|fra|compiut", say: ageRange },
  {
    must: ["eta|compiut|compier"],
    numbers: 1,
    may: "ann|eta|minim|almeno|compiut|oltre|partire",
    say: counted("ageFrom"),
  },
  { must: ["maggiorenn"], may: "", say: () => ({ id: "ageFrom", values: { count: 18 } }) },
  { must: ["maggior", "eta"], may: "compiut|raggiunt", say: () => ({ id: "ageFrom", values: { count: 18 } }) },
  { must: ["elementar|primari"], may: "licenz|scuol|titol|studi|istruzion", say: education("primary") },
  {
    must: ["obblig"],
    may: "scuol|scolastic|assolt|assolviment|istruzion|titol|studi|licenz",
    say: education("compulsory"),
  },
  {
    must: ["licenz|terza|inferior", "media"],
    may: "scuol|titol|studi|diplom|inferior|licenz|conseguit|almeno",
    say: education("lowerSecondary"),
  },
  {
    must: ["qualific", "professional"],
    may: "titol|studi|triennal|ann|diplom|conseguit|almeno",
    say: education("vocational"),
  },
  {
    must: ["diplom|matur", "tecnic"],
    may: `${SCHOOL}|ambit|indirizz|istitut`,
    say: education("upperSecondaryTechnical"),
  },
  { must: ["diplom|matur"], may: SCHOOL, say: education("upperSecondary") },
  {
    must: ["qualific", "professional", "ann"],
    numbers: 1,
    may: "titol|studi|diplom|conseguit|almeno",
    say: education("vocational"),
  },
  { must: ["laure", "triennal"], may: "titol|studi|conseguit|almeno|livell|prim", say: education("bachelor") },
  {
    must: ["laure", "magistral|specialistic"],
    may: "titol|studi|conseguit|livell|second|magistral|specialistic",
    say: education("master"),
  },
  { must: ["laure"], may: "titol|studi|conseguit|universitari", say: education("degree") },
  { must: ["disoccup", "iscri", "cpi"], may: "stat", say: plain("unemployedRegistered") },
  { must: ["disoccup"], may: "stat|condizion|sensi|150/15|150/2015|dlgs|certificat", say: plain("unemployed") },
  {
    must: ["iscri", "68/99", "8", "@"],
    may: "elenc|list|cui|legge|art|data|#|8",
    say: ({ days }) => ({ id: "listArt8", values: { date: days[0] ?? "" } }),
  },
  { must: ["iscri", "cpi"], may: "", say: plain("registered") },
  { must: ["resid", "comun"], may: "stess", say: residence },
  { must: ["automunit"], may: "", say: plain("ownCar") },
  { must: ["auto|automobil|vettur", "propri"], may: "dispon", say: plain("ownCar") },
  { must: ["turn"], may: "disponib|lavor", say: plain("shifts") },
  { must: ["weekend|festiv"], may: "disponib|lavor|giorn|anche", say: plain("weekends") },
  { must: ["fine", "settiman"], may: "disponib|lavor|anche", say: plain("weekends") },
  { must: ["sabat", "domenic"], may: "disponib|lavor|anche", say: plain("weekends") },
  { must: ["viagg|trasfert"], may: "disponib|territori|nazional|italia|effettu", say: plain("travel") },
  { must: ["trasferi", "lung"], may: "disponib|period", say: plain("relocateLong") },
  { must: ["trasferi"], may: "disponib", say: plain("relocate") },
  { must: ["informatic|computer|pc", "conoscenz|us|utilizz"], may: "bas|elementar|minim", say: plain("computer") },
  {
    must: ["cittadin", "europe|comunitari|ue|membr"],
    may: "italian|stat|paes|union|membr|apparten|ue",
    say: plain("citizenshipItalianOrEu"),
  },
  { must: ["cittadin", "italian"], may: "", say: plain("citizenshipItalian") },
  { must: ["elettorat"], may: "attiv|politic|godiment|goder|diritt|voto", say: plain("votingRights") },
  { must: ["diritt", "politic"], may: "godiment|goder", say: plain("votingRights") },
  {
    must: ["condann", "assenz|nessun|non|senza|mai"],
    may: "penal|riport|subi|alcun|assenz|nessun|non",
    say: plain("noConviction"),
  },
];

export function readRequirement(text: string, places: Places): Phrase | null {
  const read = wordsOf(text);
  for (const rule of RULES) {
    const phrase = fits(rule, read) ? rule.say(read) : null;
    if (phrase !== null) return phrase;
  }
  return withPlace(read, places);
}

export function fits({ must, may = "", numbers = 0 }: Rule, { words, numbers: found, days }: Read): boolean {
  if (found.length !== numbers && !(must.includes("68/99") && found.length <= 1)) return false;
  if (days.length > 0 !== must.includes("@")) return false;
  if (!must.every((one) => words.some((word) => begins(word, one)))) return false;
  const known = [...must, may].join("|");
  return words.every((word) => word === "#" || word === "@" || isFiller(word) || begins(word, known));
}

const isFiller = (word: string) => WHOLE.has(word) || BEGINNINGS.some((one) => word.startsWith(one));

/** Short ones are whole words: "ue" is no beginning of "uever". */
function begins(word: string, beginnings: string): boolean {
  return beginnings
    .split("|")
    .some((one) => one !== "" && (one.length < 3 || one === "auto" ? word === one : word.startsWith(one)));
}

function ageRange({ numbers, words }: Read): Phrase | null {
  const [min = 0, max = 0] = numbers;
  const said =
    words.includes("da") || words.includes("dai") || words.some((word) => ["tra", "fra", "eta"].includes(word));
  return said && min >= 14 && min < max && max < 80 ? { id: "ageRange", values: { min, max } } : null;
}

function residence({ words }: Read): Phrase | null {
  return words.includes("comune") ? { id: "residenceMunicipality", values: {} } : null;
}

/** "residenti nella provincia di Lecce", "iscritti al CPI di Maglie": what is left over must be the whole name. */
function withPlace({ words, numbers, days }: Read, places: Places): Phrase | null {
  if (numbers.length > 0 || days.length > 0) return null;
  const at = words.lastIndexOf("di");
  if (at < 1) return null;
  const name = words.slice(at + 1).join(" ");
  const before = words.slice(0, at);
  const all = (known: string) => before.every((word) => isFiller(word) || begins(word, known));
  if (
    before.some((word) => begins(word, "resid")) &&
    before.some((word) => begins(word, "provinc")) &&
    all("resid|provinc")
  ) {
    const province = places.provinces().find((one) => foldText(one.names.it ?? "") === name);
    return province === undefined ? null : { id: "residenceProvince", values: { place: province.sigla } };
  }
  if (before.some((word) => begins(word, "iscri")) && before.includes("cpi") && all("iscri|cpi")) {
    const town = places.municipalities(name)[0];
    return town === undefined ? null : { id: "registeredAt", values: { place: town.name } };
  }
  return null;
}

export function wordsOf(text: string): Read {
  const days: string[] = [];
  const numbers: number[] = [];
  const plainText = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/centr[oi] per l['’]impiego|\bc\.?p\.?i\.?\b/g, " cpi ")
    .replace(/d\.? ?lgs\.?(?: n\.)?|decreto legislativo/g, " dlgs ")
    .replace(/\b(?:l|legge)\.? ?(?:n\. ?)?68\/(?:19)?99/g, " 68/99 ")
    .replace(/(\d{1,2})\/(\d{1,2})\/(\d{4})/g, (_, day: string, month: string, year: string) => {
      days.push(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
      return " @ ";
    })
    .replace(/\bart(?:\.|icolo)? ?(\d+)/g, " art $1 ");
  const words: string[] = [];
  for (const token of plainText.match(/68\/99|150\/(?:20)?15|@|\d+|\p{L}+/gu) ?? []) {
    const word = foldText(token) === "" ? token : token.includes("/") ? token : foldText(token);
    const spelled = NUMBER_WORDS.indexOf(word);
    if (words.at(-1) === "art" && /^\d+$/.test(word)) words.push(word);
    else if (/^\d+$/.test(word) || spelled > 1) {
      numbers.push(spelled > 1 ? spelled : Number(word));
      words.push("#");
    } else words.push(word);
  }
  // "un anno": a number where years or months follow, an article elsewhere.
  words.forEach((word, n) => {
    if (word === "un" && /^(?:anno|mese)$/.test(words[n + 1] ?? "")) numbers.push(1);
  });
  return { words, numbers, days };
}
