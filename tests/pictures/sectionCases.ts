// One posting of each section, as real ones are. Called by cases.ts.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { aJob, aPay, aPlace, aPublicPosting, four, told, until } from "./publicPosting.ts";

export function sectionCases(): Record<string, PublicPosting> {
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
  };
}
