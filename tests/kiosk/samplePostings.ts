// A board as an office of Salento would hang it, one posting of each section and the odd lengths: what pictures and journeys show.
import type { Content } from "../../server/domain/content.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { addDays, type Instant, romeDay, romeInstant } from "../../server/domain/time.ts";
import { buildContent, buildPosting, codeNumber } from "./buildPosting.ts";

type Job = NonNullable<Content["job"]>;
type Pay = NonNullable<Job["pay"]>;

const place = (municipality: string, province: string | null = "LE", country = "IT"): Content["places"][number] => ({
  municipality,
  province,
  region: country === "IT" ? "Puglia" : null,
  country,
  area: null,
});
const pay = (changes: Partial<Pay>): Pay => ({
  min: 1300,
  max: null,
  currency: "EUR",
  period: "month",
  gross: true,
  allowance: false,
  note: null,
  ...changes,
});
const job = (changes: Partial<Job>): Job => ({
  sector: null,
  contracts: [],
  duration: null,
  schedules: [],
  weeklyHours: null,
  hoursNote: null,
  starts: null,
  agreement: null,
  pay: null,
  ...changes,
});
const title = (text: string) => ({ written: { id: "s1", text }, occupation: null });

/** Six postings; validity counts from `now`. */
export function samplePostings(now: Instant): PublicPosting[] {
  const today = romeDay(now);
  const on = (days: number) => addDays(today, days);
  const until = (days: number) => ({ opens: null, closes: { day: on(days), time: null } });
  const make = (n: number, days: number, content: Partial<Content>, more: Partial<PublicPosting> = {}): PublicPosting =>
    buildPosting(
      {
        code: codeNumber(n),
        revision: 4100 + n,
        until: romeInstant(on(days + 1)),
        content: buildContent({ window: until(days), ...content }),
        ...more,
      },
      now,
    );
  return [
    make(
      1,
      9,
      {
        title: title("Cuoco o cuoca di cucina salentina"),
        summary: [
          { id: "s2", text: "Ristorante sul mare cerca una persona che guidi la cucina durante tutta la stagione." },
        ],
        places: [place("Gallipoli")],
        employer: { name: "Ristorante Scoglio delle Sirene", type: "private" },
        positions: 2,
        job: job({
          sector: "tourism",
          contracts: ["seasonal"],
          schedules: ["fullTime", "weekends"],
          weeklyHours: { min: 40, max: null },
          pay: pay({ min: 1600, max: 1900 }),
        }),
      },
      {
        occupation: { it: "Cuoco", en: "Cook", fr: "Cuisinier", de: "Koch" },
        translations: {
          en: {
            s1: { text: "Cook for Salento cuisine", machine: false },
            s2: {
              text: "A seaside restaurant is looking for someone to run its kitchen for the whole season.",
              machine: false,
            },
          },
          fr: {
            s2: {
              text: "Un restaurant en bord de mer cherche une personne pour diriger la cuisine toute la saison.",
              machine: true,
            },
          },
          de: {
            s1: { text: "Koch oder Köchin für salentinische Küche", machine: false },
            s2: {
              text: "Ein Restaurant am Meer sucht eine Person, die die Küche während der ganzen Saison leitet.",
              machine: true,
            },
          },
        },
      },
    ),
    make(
      2,
      0,
      {
        title: title("Operaio edile specializzato"),
        places: [place("Campi Salentina"), place("Squinzano")],
        positions: 4,
        job: job({
          sector: "construction",
          contracts: ["fixedTerm"],
          schedules: ["fullTime"],
          weeklyHours: { min: 40, max: null },
        }),
      },
      { occupation: { it: "Muratore", en: "Bricklayer", fr: "Maçon", de: "Maurer" } },
    ),
    make(
      3,
      20,
      {
        section: "targeted",
        title: title("Impiegato amministrativo o impiegata amministrativa"),
        places: [place("Lecce")],
        employer: { name: null, type: "public" },
        positions: 1,
        reserved: { article: "art18", enrolledBy: null, excluded: null },
        statutes: ["l68-99"],
        job: job({
          sector: "administration",
          contracts: ["permanent"],
          schedules: ["partTime"],
          weeklyHours: { min: 24, max: null },
          pay: pay({ min: 1100 }),
        }),
      },
      {
        occupation: {
          it: "Impiegato amministrativo",
          en: "Administrative clerk",
          fr: "Employé administratif",
          de: "Verwaltungsangestellter",
        },
      },
    ),
    make(
      4,
      14,
      {
        section: "eures",
        eures: true,
        title: title("Cameriere di sala"),
        summary: [{ id: "s2", text: "Alloggio in camera singola offerto dall’albergo." }],
        places: [place("Innsbruck", null, "AT")],
        positions: 6,
        languages: [{ language: "de", level: "A2", need: "required", note: null }],
        job: job({
          sector: "tourism",
          contracts: ["seasonal"],
          schedules: ["fullTime", "shifts"],
          pay: pay({ min: 2000, period: "month" }),
        }),
      },
      {
        occupation: { it: "Cameriere", en: "Waiter", fr: "Serveur", de: "Kellner" },
        translations: { de: { s2: { text: "Das Hotel stellt ein Einzelzimmer.", machine: false } } },
        demonstration: true,
      },
    ),
    make(5, 5, {
      section: "event",
      title: title("Giornata del lavoro nel turismo: colloqui con venti aziende del Salento"),
      places: [place("Lecce")],
      event: {
        starts: { day: on(5), time: "09:30" },
        ends: { day: on(5), time: "13:00" },
        timetable: null,
        venue: { id: "s5", text: "Sala conferenze del Museo Castromediano" },
      },
    }),
    make(6, 27, {
      section: "training",
      title: title("Corso gratuito di panificazione artigianale"),
      places: [place("Maglie")],
      course: {
        provider: "Istituto Alberghiero di Otranto",
        starts: { day: on(40), time: null },
        ends: null,
        totalHours: 300,
        allowance: pay({ min: 600, allowance: true }),
      },
    }),
  ];
}
