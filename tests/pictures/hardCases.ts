// Postings that are hard to set: that say too much or next to nothing, in long words, other money, machine text. Called by cases.ts.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { aJob, aPay, aPlace, aPublicPosting, four, told, until } from "./publicPosting.ts";

export function hardCases(): Record<string, PublicPosting> {
  return {
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
