// One vacancy of the European exchange (HR-XML 3.2 PositionOpening, EURES content 1.3) as a record of ours. Called by readEures.
// [EX4] The Italian profile is the source, else the first in another of the board's languages; every other profile is its translation, for a person to look at.
// [EX5] What is coded becomes a fact and so stands in every language; what is text stays text, without its markup.
import { CORE_LOCALES, SOURCE_LOCALE } from "../domain/locale.ts";
import type { Element } from "../exchange/xml.ts";
import { elementsBelow, elementsOf, textOf } from "../exchange/xml.ts";
import { addressIn, linesOfMarkup } from "./textOfMarkup.ts";

export interface Opening {
  /** Its id at whoever sent it. */
  readonly id: string;
  /** Its sender says it is over. */
  readonly isOver: boolean;
  /** In the record format of recordSchema.ts. */
  readonly record: Readonly<Record<string, unknown>>;
}

const CONTRACT: Readonly<Record<string, string>> = {
  DirectHire: "permanent",
  Temporary: "fixedTerm",
  TemporaryToHire: "fixedTerm",
  ContractToHire: "fixedTerm",
  Contract: "fixedTerm",
  Seasonal: "seasonal",
  Apprenticeship: "apprenticeship",
  Internship: "internship",
  OnCall: "onCall",
  SelfEmployed: "selfEmployed",
};

const SCHEDULE: Readonly<Record<string, string>> = { FullTime: "fullTime", PartTime: "partTime" };
const PERIOD: Readonly<Record<string, string>> = {
  Hour: "hour",
  Day: "day",
  Week: "week",
  Month: "month",
  Year: "year",
};

/** Levels of the European Qualifications Framework, in the words our requirements are read from. */
const EDUCATION: Readonly<Record<string, string>> = {
  "1": "Licenza media",
  "2": "Obbligo scolastico",
  "3": "Qualifica professionale",
  "4": "Diploma",
  "6": "Laurea triennale",
  "7": "Laurea magistrale",
};

/** Null where it has no profile with a title: then there is nothing to show. */
export function readPositionOpening(opening: Element): Opening | null {
  const document = child(opening, "DocumentID");
  const id = text(opening, "DocumentID");
  const profiles = elementsOf(opening, "PositionProfile").filter((profile) => text(profile, "PositionTitle") !== "");
  const main = mainOf(profiles);
  if (id === "" || main === undefined) return null;
  const language = languageOf(main);
  return {
    id,
    isOver: /^closed$/i.test(text(opening, "PositionOpeningStatusCode")),
    record: {
      id,
      kind: "eures",
      network: "EURES",
      title: titleOf(main),
      language: language === SOURCE_LOCALE ? null : language,
      ...jobOf(main),
      ...needsOf(main),
      duties: linesOf(main),
      apply: applyOf(main),
      translations: profiles
        .filter((profile) => languageOf(profile) !== language)
        .map((profile) => ({ lang: languageOf(profile), title: titleOf(profile), duties: linesOf(profile) })),
      source: { site: document?.attributes.schemeAgencyName ?? document?.attributes.schemeAgencyID ?? "EURES" },
    },
  };
}

function mainOf(profiles: readonly Element[]): Element | undefined {
  return (
    profiles.find((profile) => languageOf(profile) === SOURCE_LOCALE) ??
    profiles.find((profile) => CORE_LOCALES.includes(languageOf(profile))) ??
    profiles[0]
  );
}

const languageOf = (profile: Element): string => (profile.attributes.languageCode ?? "").slice(0, 2).toLowerCase();
const titleOf = (profile: Element): string => linesOfMarkup(text(profile, "PositionTitle")).join(" ");
const linesOf = (profile: Element): string[] =>
  elementsOf(profile, "PositionFormattedDescription").flatMap((one) => linesOfMarkup(text(one, "Content")));

function jobOf(profile: Element): Record<string, unknown> {
  const [offering = ""] = texts(profile, "PositionOfferingTypeCode");
  const [schedule = ""] = texts(profile, "PositionScheduleTypeCode");
  const range = elementsBelow(profile, "RemunerationRange")[0];
  const minimum = range && child(range, "MinimumAmount");
  const interval = range === undefined ? "" : text(range, "RemunerationIntervalCode");
  const start = elementsBelow(profile, "StartDate")[0];
  return {
    employer: texts(child(profile, "PositionOrganization"), "OrganizationName")[0] ?? null,
    positions: Number(text(profile, "PositionOpenQuantity")) || null,
    occupation: occupationOf(profile),
    contract: CONTRACT[offering] ?? null,
    hours: SCHEDULE[schedule] ?? null,
    starts: (start && day(texts(start, "FormattedDateTime")[0])) ?? null,
    pay:
      minimum === undefined || !(Number(textOf(minimum)) > 0)
        ? null
        : {
            min: Number(textOf(minimum)),
            max: Number(text(range as Element, "MaximumAmount")) || null,
            currency: minimum.attributes.currencyID ?? "EUR",
            period: PERIOD[interval] ?? null,
          },
    deadline: day(texts(profile, "ApplicationCloseDate")[0]),
    ...placesOf(profile),
  };
}

/** An ESCO occupation says more than its group; a group of fewer than four digits is no occupation of anyone. */
function occupationOf(profile: Element): string | null {
  const codes = texts(profile, "JobCategoryCode");
  const esco = codes
    .map((code) => /occupation\/([0-9a-f-]{36})$/i.exec(code)?.[1])
    .find((found) => found !== undefined);
  if (esco !== undefined) return `esco:${esco.toLowerCase()}`;
  const isco = codes.map((code) => /^C?(\d{4})$/i.exec(code)?.[1]).find((found) => found !== undefined);
  return isco === undefined ? "none" : `isco:${isco}`;
}

/** One place says whose posting it is; several do not. */
function placesOf(profile: Element): Record<string, unknown> {
  const places = elementsOf(profile, "PositionLocation").map(placeOf);
  return places.length === 1 ? { place: places[0] } : { places };
}

function placeOf(location: Element): Record<string, unknown> {
  const [city, country = "", part = ""] = ["CityName", "CountryCode", "CountrySubDivisionCode"].map(
    (name) => elementsBelow(location, name).map((one) => textOf(one).trim())[0],
  );
  // A NUTS code is no name of a region.
  const isCode = /^[A-Z]{2}[A-Z0-9]{0,3}$/.test(part);
  return {
    municipality: city === undefined || city === "" ? null : city,
    region: isCode || part === "" ? null : part,
    country: /^[A-Z]{2}$/i.test(country) ? country.toUpperCase() : null,
  };
}

function needsOf(profile: Element): Record<string, unknown> {
  const needs = child(profile, "PositionQualifications");
  const languages = new Map<string, Record<string, unknown>>();
  for (const code of texts(profile, "WorkingLanguageCode"))
    languages.set(code.slice(0, 2).toLowerCase(), { lang: code.slice(0, 2).toLowerCase(), required: true });
  if (needs === undefined) return { languages: [...languages.values()] };
  const requirements: string[] = [];
  const wishes: string[] = [];
  for (const one of elementsOf(needs, "PositionCompetency")) {
    const id = child(one, "CompetencyID");
    const isWished = child(one, "RequiredProficiencyLevel") === undefined;
    const score = /\b[ABC][12]\b/.exec(texts(one, "ScoreText").join(" "))?.[0] ?? null;
    const name = text(one, "CompetencyName");
    if (id !== undefined && /language|639/i.test(id.attributes.schemeID ?? "")) {
      const lang = textOf(id).trim().slice(0, 2).toLowerCase();
      const isNeeded = !isWished || languages.has(lang);
      languages.set(lang, { lang, cefr: score, ...(isNeeded ? { required: true } : { wished: true }) });
    } else if (name !== "") (isWished ? wishes : requirements).push(...linesOfMarkup(name));
  }
  for (const one of elementsBelow(needs, "EducationLevelCode")) {
    const level = /EQF/i.test(one.attributes.listName ?? "") ? EDUCATION[textOf(one).trim()] : undefined;
    if (level !== undefined) requirements.push(level);
  }
  const years = elementsBelow(needs, "Measure")
    .filter((one) => /^year/i.test(one.attributes.unitCode ?? ""))
    .map((one) => Number(textOf(one)))
    .filter((count) => Number.isInteger(count) && count > 0);
  if (years.length > 0) {
    const count = Math.max(...years);
    requirements.push(`Esperienza di ${count} ${count === 1 ? "anno" : "anni"}`);
  }
  const licences = texts(needs, "LicenseTypeCode").filter((code) => /^[A-Z0-9+]{1,5}$/.test(code));
  return { languages: [...languages.values()], requirements, wishes, driving_licence: licences };
}

function applyOf(profile: Element): Record<string, unknown> | null {
  const method = elementsBelow(profile, "ApplicationMethod")[0];
  if (method === undefined) return null;
  const written = texts(method, "Instructions").join("\n");
  const online = addressIn(written);
  const email = /[^\s@<>()"':;,]+@[^\s@<>()"':;,]+\.[a-z]{2,}/i.exec(written)?.[0] ?? null;
  const said = linesOfMarkup(written).join(" ");
  // Nothing but the address is no instruction.
  const note = said === "" || said === online || said === email ? null : said;
  return { online, email, note };
}

const child = (element: Element | undefined, name: string): Element | undefined =>
  element === undefined ? undefined : elementsOf(element, name)[0];
const text = (element: Element, name: string): string => textOf(child(element, name)).trim();
const texts = (element: Element | undefined, name: string): string[] =>
  element === undefined
    ? []
    : elementsBelow(element, name)
        .map((one) => textOf(one).trim())
        .filter((one) => one !== "");
const day = (written: string | undefined): string | null => /^\d{4}-\d{2}-\d{2}/.exec(written ?? "")?.[0] ?? null;
