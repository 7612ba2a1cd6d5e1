// The postings the contact sheet is made of: one of each section, and those that are hard to set. Also used by the tests of the fit.

import { blankContent } from "../../server/domain/blankContent.ts";
import { codeOf } from "../../server/domain/code.ts";
import type { Content } from "../../server/domain/content.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Section } from "../../server/domain/section.ts";
import { romeInstant } from "../../server/domain/time.ts";
import type { ShownText } from "../../server/domain/translation.ts";

/** Rome, a Saturday morning; every case is told at this moment. */
export const NOW = romeInstant("2026-11-21", "09:41");

type Job = NonNullable<Content["job"]>;
type Pay = NonNullable<Job["pay"]>;

export function aPlace(
  municipality: string | null,
  province: string | null,
  more: Partial<Content["places"][number]> = {},
): Content["places"][number] {
  return { municipality, province, region: null, country: "IT", area: null, ...more };
}

export function aPay(min: number, more: Partial<Pay> = {}): Pay {
  return { min, max: null, currency: "EUR", period: "month", gross: true, allowance: false, note: null, ...more };
}

export function aJob(more: Partial<Job> = {}): Job {
  return {
    sector: null,
    contracts: [],
    duration: null,
    schedules: [],
    weeklyHours: null,
    hoursNote: null,
    starts: null,
    agreement: null,
    pay: null,
    ...more,
  };
}

export const until = (day: string, time: string | null = null) => ({ opens: null, closes: { day, time } });

let drawn = 0;

export function aPublicPosting(
  section: Section,
  title: string,
  content: Partial<Content> = {},
  more: Partial<PublicPosting> = {},
): PublicPosting {
  drawn += 1;
  let value = 48_611_903 * drawn;
  while (codeOf(value % 2 ** 30) === null) value += 1;
  return {
    code: codeOf(value % 2 ** 30) ?? "",
    revision: 4711 + drawn,
    state: "open",
    closed: null,
    from: NOW - 86_400_000,
    until: NOW + 20 * 86_400_000,
    untilStated: true,
    firstPublishedAt: NOW - 86_400_000,
    publishedAt: NOW - 86_400_000,
    owner: { id: "lecce", name: "Centro per l’impiego di Lecce" },
    content: { ...blankContent(section, title), ...content },
    occupation: null,
    translations: {},
    demonstration: false,
    ...more,
  };
}

const told = (texts: Record<string, string>, machine = false): Record<string, ShownText> =>
  Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, { text, machine }]));

const four = (it: string, en: string, fr: string, de: string) => ({ it, en, fr, de });

/** Name of a case → its posting. */
export function pictureCases(): Record<string, PublicPosting> {
  return {
    vacancy: aPublicPosting(
      "vacancy",
      "Aiuto cuoco",
      {
        places: [aPlace("Gallipoli", "LE", { region: "Puglia" })],
        job: aJob({ contracts: ["fixedTerm"], schedules: ["fullTime"], pay: aPay(1300, { max: 1500 }) }),
        positions: 3,
        window: until("2026-12-04"),
      },
      {
        occupation: four(
          "Cuoco / cuoca – aiuto",
          "Cook – assistant",
          "Cuisinier / cuisinière – aide",
          "Koch / Köchin – Hilfskraft",
        ),
      },
    ),
    eures: aPublicPosting(
      "eures",
      "Camerieri ai piani e addetti alla sala",
      {
        eures: true,
        places: [aPlace("Zell am See", null, { country: "AT" })],
        job: aJob({
          contracts: ["seasonal"],
          schedules: ["fullTime"],
          weeklyHours: { min: 48, max: null },
          pay: aPay(2050, { gross: true }),
        }),
        summary: [{ id: "s2", text: "Vitto e alloggio compresi, viaggio rimborsato a fine stagione." }],
        window: until("2026-12-15", "12:00"),
      },
      {
        occupation: four(
          "Cameriere ai piani / cameriera ai piani",
          "Room attendant",
          "Valet de chambre / femme de chambre",
          "Zimmermädchen / Roomboy",
        ),
        translations: {
          en: told({ s2: "Board and lodging included, travel paid back at the end of the season." }),
          de: told({ s2: "Unterkunft und Verpflegung inklusive, Reisekosten werden am Saisonende erstattet." }, true),
        },
        demonstration: true,
      },
    ),
    targeted: aPublicPosting(
      "targeted",
      "Addetto al centralino",
      {
        places: [aPlace("Lecce", "LE")],
        reserved: { article: "art18", enrolledBy: "2026-10-31", excluded: null },
        job: aJob({ contracts: ["permanent"], schedules: ["partTime"], weeklyHours: { min: 20, max: 24 } }),
        window: until("2026-11-21", "12:30"),
      },
      {
        occupation: four(
          "Centralinista",
          "Telephone switchboard operator",
          "Standardiste",
          "Telefonist / Telefonistin",
        ),
        demonstration: true,
      },
    ),
    selection: aPublicPosting(
      "selection",
      "Operatore ecologico",
      {
        places: [aPlace("Campi Salentina", "LE")],
        call: { mode: "ranking", body: "Comune di Campi Salentina", amendments: [] },
        job: aJob({ contracts: ["fixedTerm"], duration: { id: "s2", text: "6 mesi" } }),
        positions: 12,
        statutes: ["l56-87-art16"],
        window: { opens: { day: "2026-11-30", time: null }, closes: { day: "2026-12-04", time: "12:00" } },
      },
      {
        occupation: four(
          "Operatore ecologico / operatrice ecologica",
          "Refuse collector",
          "Éboueur / éboueuse",
          "Müllwerker / Müllwerkerin",
        ),
      },
    ),
    training: aPublicPosting("training", "Tecnico per la gestione dei rifiuti", {
      places: [aPlace("Maglie", "LE")],
      course: {
        provider: "Istituto tecnico",
        starts: { day: "2027-01-11", time: null },
        ends: { day: "2027-06-30", time: null },
        totalHours: 600,
        allowance: aPay(600, { gross: null, allowance: true }),
      },
      window: until("2026-11-22"),
    }),
    event: aPublicPosting(
      "event",
      "Giornata del turismo: colloqui con venti alberghi",
      {
        places: [aPlace("Otranto", "LE")],
        event: {
          starts: { day: "2026-12-03", time: "09:00" },
          ends: { day: "2026-12-03", time: "13:30" },
          timetable: null,
          venue: { id: "s3", text: "Castello Aragonese, sala triangolare" },
        },
        positions: 140,
        summary: [{ id: "s2", text: "Porta il curriculum in più copie. Non serve prenotare." }],
      },
      {
        translations: {
          en: told({
            s1: "Tourism day: interviews with twenty hotels",
            s2: "Bring several copies of your CV. No booking needed.",
            s3: "Aragonese Castle, triangular hall",
          }),
          de: told({ s1: "Tag des Tourismus: Gespräche mit zwanzig Hotels" }, true),
          fr: told({
            s1: "Journée du tourisme : entretiens avec vingt hôtels",
            s2: "Apportez plusieurs copies de votre CV. Sans rendez-vous.",
            s3: "Château aragonais, salle triangulaire",
          }),
        },
      },
    ),
    notice: aPublicPosting(
      "notice",
      "Il 24 e il 31 dicembre lo sportello chiude alle 12:00",
      {
        summary: [
          { id: "s2", text: "Le richieste inviate per e-mail ricevono risposta entro il 7 gennaio." },
          { id: "s3", text: "Per le urgenze telefona al numero verde." },
        ],
      },
      {
        translations: {
          en: told({
            s1: "On 24 and 31 December the counter closes at 12:00",
            s2: "Requests sent by e-mail will be answered by 7 January.",
            s3: "In urgent cases call the freephone number.",
          }),
          fr: told(
            {
              s1: "Les 24 et 31 décembre, le guichet ferme à 12 h",
              s2: "Les demandes envoyées par courriel recevront une réponse avant le 7 janvier.",
              s3: "En cas d’urgence, appelez le numéro vert.",
            },
            true,
          ),
        },
      },
    ),
    longest: aPublicPosting(
      "vacancy",
      "Animatore, capo animazione, istruttore sportivo, mini club, coreografo, DJ, tecnico audio-luci, hostess",
      {
        places: [aPlace("Porto Cesareo", "LE"), aPlace("Nardò", "LE"), aPlace("Ugento", "LE")],
        job: aJob({
          contracts: ["seasonal", "fixedTerm"],
          schedules: ["fullTime", "shifts", "weekends"],
          weeklyHours: { min: 40, max: null },
        }),
      },
      {
        occupation: four(
          "Animatore turistico / animatrice turistica – responsabile",
          "Entertainment officer – manager",
          "Animateur de loisirs / animatrice de loisirs – responsable",
          "Veranstaltungskaufmann im Freizeit- und Tourismusbereich / Veranstaltungskauffrau – Leitung",
        ),
      },
    ),
    compound: aPublicPosting(
      "selection",
      "Ispettore",
      {
        places: [aPlace("Bolzano", "BZ")],
        job: aJob({ contracts: ["publicWorks"] }),
        reserved: { article: "art1", enrolledBy: null, excluded: null },
      },
      {
        occupation: four(
          "Ispettore / ispettrice dell’etichettatura",
          "Labelling inspector",
          "Inspecteur / inspectrice de l’étiquetage",
          "Rindfleischetikettierungsüberwachungsaufgabenübertragungsbeauftragter",
        ),
      },
    ),
    bare: aPublicPosting("vacancy", "Cuoco", { job: aJob() }, { untilStated: false }),
    barest: aPublicPosting("notice", "Avviso", {}, { untilStated: false }),
    full: aPublicPosting(
      "eures",
      "Infermieri e operatori socio-sanitari per case di riposo",
      {
        eures: true,
        places: [
          aPlace("Frankfurt am Main", null, { country: "DE" }),
          aPlace(null, null, { region: "Bayern", country: "DE" }),
          aPlace("Hamburg", null, { country: "DE" }),
        ],
        employer: { name: "Pflegedienste Rhein-Main GmbH", type: "private" },
        positions: 1200,
        job: aJob({
          sector: "health",
          contracts: ["permanent", "fixedTerm"],
          duration: { id: "s4", text: "24 mesi rinnovabili" },
          schedules: ["fullTime", "partTime", "shifts", "nights", "weekends"],
          weeklyHours: { min: 38.5, max: 40 },
          starts: { day: "2027-03-01", time: null },
          agreement: "TVöD P7",
          pay: aPay(3291.37, { max: 3877.5, note: { id: "s5", text: "più indennità notturna" } }),
        }),
        requirements: [
          { need: "required", phrase: { id: "degreeNursingEu", values: {} }, text: { id: "s6", text: "Laurea UE" } },
          {
            need: "wished",
            phrase: { id: "experienceYears", values: { count: 2 } },
            text: { id: "s7", text: "2 anni" },
          },
          {
            need: "required",
            phrase: { id: "education", values: { education: "degree" } },
            text: { id: "s8", text: "Laurea" },
          },
          { need: "wished", phrase: null, text: { id: "s9", text: "Patente internazionale" } },
        ],
        languages: [
          { language: "de", level: "B2", need: "required", note: null },
          { language: "en", level: null, need: "wished", note: null },
        ],
        licences: ["B", "CQC"],
        benefits: [{ id: "s10", text: "Corso di tedesco pagato" }],
        summary: [
          { id: "s2", text: "Cerchiamo personale per dodici case di riposo, con tre mesi di affiancamento." },
          {
            id: "s3",
            text: "L’alloggio è pagato per i primi sei mesi e il corso di lingua si svolge in orario di lavoro.",
          },
        ],
        window: until("2027-10-31", "23:59"),
        reference: "EU-2026/00417",
      },
      {
        translations: {
          en: told(
            {
              s1: "Nurses and care assistants for homes for the elderly",
              s2: "We are looking for staff for twelve homes, with three months of shadowing.",
            },
            true,
          ),
        },
        demonstration: true,
      },
    ),
    pounds: aPublicPosting(
      "eures",
      "Magazziniere",
      {
        eures: true,
        places: [aPlace("Milton Keynes", null, { country: "GB" })],
        job: aJob({
          contracts: ["agency"],
          schedules: ["nights"],
          pay: aPay(11.44, { currency: "GBP", period: "hour" }),
        }),
        window: until("2026-11-22", "18:00"),
      },
      {
        occupation: four(
          "Magazziniere / magazziniera",
          "Warehouse worker",
          "Magasinier / magasinière",
          "Lagerist / Lageristin",
        ),
      },
    ),
    machine: aPublicPosting(
      "training",
      "Corso di cucina tradizionale salentina",
      {
        places: [aPlace(null, "LE", { area: { id: "s3", text: "tutto il Salento" } })],
        summary: [{ id: "s2", text: "Sei settimane in un ristorante, con attestato finale." }],
        course: {
          provider: null,
          starts: { day: "2026-12-01", time: "15:00" },
          ends: null,
          totalHours: 90,
          allowance: null,
        },
      },
      {
        translations: {
          en: told(
            {
              s1: "Course in traditional cooking of Salento",
              s2: "Six weeks in a restaurant, with a certificate at the end.",
              s3: "all of Salento",
            },
            true,
          ),
          fr: told(
            {
              s1: "Cours de cuisine traditionnelle du Salento",
              s2: "Six semaines dans un restaurant, avec attestation finale.",
              s3: "tout le Salento",
            },
            true,
          ),
          de: told(
            {
              s1: "Kurs für traditionelle Küche aus dem Salento",
              s2: "Sechs Wochen in einem Restaurant, mit Bescheinigung.",
              s3: "der ganze Salento",
            },
            true,
          ),
        },
      },
    ),
  };
}
