// A posting as the European exchange takes it: HR-XML 3.2 PositionOpening, EURES content version 1.3, one PositionProfile for each approved language.
// Called by http/euresExchange. What is not stated is left out; an employer who is not named stays so.
import { pageFacts } from "../../templates/parts/factsOf.ts";
import { lineOf, titleOf } from "../../templates/parts/line.ts";
import type { Words } from "../../templates/parts/words.ts";
import { pagePath } from "../domain/address.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import { romeDay } from "../domain/time.ts";
import type { Contract } from "../domain/vocabulary.ts";

export interface OpeningNeeds {
  readonly publicUrl: string;
  /** ISCO-08 code of an occupation, where it is known. */
  iscoOf(reference: string): string | undefined;
}

const OFFERING: Readonly<Record<Contract, string>> = {
  permanent: "DirectHire",
  fixedTerm: "Temporary",
  agency: "Temporary",
  publicWorks: "Temporary",
  domestic: "DirectHire",
  seasonal: "Seasonal",
  apprenticeship: "Apprenticeship",
  dualTraining: "Apprenticeship",
  internship: "Internship",
  onCall: "OnCall",
  selfEmployed: "SelfEmployed",
};

const ISCO_LIST = ' listName="ISCO2008" listVersionID="2008" listURI="http://ec.europa.eu/esco/ConceptScheme/ISCO2008"';

const INTERVAL = { hour: "Hour", day: "Day", week: "Week", month: "Month", year: "Year" } as const;

/** Characters XML 1.0 has no place for are dropped. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");

const tag = (name: string, text: string | number | null | undefined, attributes = ""): string =>
  text === null || text === undefined || text === "" ? "" : `<${name}${attributes}>${escaped(String(text))}</${name}>`;
const wrap = (name: string, inside: string, attributes = ""): string =>
  inside === "" ? "" : `<${name}${attributes}>${inside}</${name}>`;

export function positionOpening(posting: PublicPosting, languages: readonly Words[], needs: OpeningNeeds): string {
  const agency = ` schemeID="BACHECA" schemeAgencyID="${escaped(posting.owner.id)}" schemeAgencyName="${escaped(posting.owner.name)}" schemeVersionID="1.3"`;
  const status = posting.state === "open" ? "Active" : "Closed";
  const head =
    tag("DocumentID", posting.code, agency) +
    tag("PositionOpeningStatusCode", status, ` name="${status}"`) +
    wrap(
      "PostingRequester",
      tag("PartyID", posting.owner.id, ` schemeAgencyName="${escaped(posting.owner.name)}"`) +
        tag("PartyName", posting.owner.name),
    );
  const profiles = languages.map((words) => profile(posting, words, needs)).join("");
  const root = ` xmlns="http://www.hr-xml.org/3" xmlns:oa="http://www.openapplications.org/oagis/9" majorVersionID="3" minorVersionID="2" validFrom="${romeDay(posting.from)}" validTo="${romeDay(posting.until - 1)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<PositionOpening${root}>${head}${profiles}</PositionOpening>\n`;
}

function profile(posting: PublicPosting, words: Words, { publicUrl, iscoOf }: OpeningNeeds): string {
  const { content } = posting;
  const { job, title, employer } = content;
  const locale = words.locale.id;
  const isco = title.occupation === null ? undefined : iscoOf(title.occupation.ref);
  const address = publicUrl + pagePath(posting.code, locale);
  const written = [...content.summary, ...content.duties].map((segment) => lineOf(posting, segment, locale).text);
  const facts = pageFacts(posting, words, null).filter(({ stated }) => stated);
  const told = [
    ...written,
    ...facts.map(({ label, lines }) => `${label}: ${lines.map(({ text }) => text).join(", ")}`),
  ];
  const [offering] = job?.contracts ?? [];
  const hours = job?.schedules ?? [];
  return wrap(
    "PositionProfile",
    wrap("PostingInstruction", wrap("ApplicationMethod", tag("Instructions", address))) +
      (content.eures || content.section === "eures" ? tag("EURESFlag", "true") : "") +
      tag("PositionTitle", titleOf(posting, locale).text) +
      content.places
        .map((place) =>
          wrap(
            "PositionLocation",
            wrap(
              "Address",
              tag("oa:CityName", place.municipality) +
                tag("CountrySubDivisionCode", place.region) +
                tag("CountryCode", place.country ?? "IT"),
            ),
          ),
        )
        .join("") +
      wrap("PositionOrganization", wrap("OrganizationIdentifiers", tag("OrganizationName", employer?.name))) +
      tag("PositionOpenQuantity", content.positions) +
      tag("JobCategoryCode", isco, ISCO_LIST) +
      (offering === undefined ? "" : tag("PositionOfferingTypeCode", OFFERING[offering])) +
      wrap("PositionQualifications", qualifications(posting, isco)) +
      wrap("PositionFormattedDescription", tag("Content", told.map((line) => `<p>${escaped(line)}</p>`).join(""))) +
      content.languages.map(({ language }) => tag("WorkingLanguageCode", language.toUpperCase())).join("") +
      wrap("PositionPeriod", wrap("StartDate", tag("FormattedDateTime", job?.starts?.day))) +
      (hours.includes("fullTime")
        ? tag("PositionScheduleTypeCode", "FullTime")
        : hours.includes("partTime")
          ? tag("PositionScheduleTypeCode", "PartTime")
          : "") +
      remuneration(posting) +
      tag("ApplicationCloseDate", content.window.closes?.day),
    ` languageCode="${escaped(locale)}"`,
  );
}

/** Levels of the European Qualifications Framework; a degree of whatever kind is no one level. */
const EQF: Readonly<Record<string, number>> = {
  lowerSecondary: 1,
  compulsory: 2,
  vocational: 3,
  upperSecondary: 4,
  bachelor: 6,
  master: 7,
};

function qualifications({ content }: PublicPosting, isco: string | undefined): string {
  const languages = content.languages.map(({ language, level, need }) =>
    wrap(
      "PositionCompetency",
      tag("CompetencyID", language.toUpperCase(), ' schemeID="ISO-639-1/2-Languages" schemeAgencyID="ISO"') +
        wrap(need === "required" ? "RequiredProficiencyLevel" : "DesiredProficiencyLevel", tag("ScoreText", level)),
    ),
  );
  const phrases = content.requirements.flatMap(({ need, phrase }) =>
    need === "required" && phrase !== null ? [phrase] : [],
  );
  const level = phrases.find(({ id }) => id === "education")?.values.education;
  const years = phrases.find(({ id }) => id === "experienceYears")?.values.count;
  return (
    languages.join("") +
    wrap(
      "EducationRequirement",
      tag("EducationLevelCode", EQF[String(level)], ' listName="EQF2011_Level" listVersionID="1.0"'),
    ) +
    wrap(
      "ExperienceSummary",
      wrap(
        "ExperienceCategory",
        years === undefined ? "" : tag("CategoryCode", isco, ISCO_LIST) + tag("Measure", years, ' unitCode="year"'),
      ),
    ) +
    content.licences.map((licence) => wrap("License", tag("LicenseTypeCode", licence))).join("")
  );
}

function remuneration({ content }: PublicPosting): string {
  const pay = content.job?.pay;
  if (pay == null || pay.period === null || pay.allowance) return "";
  const amounts =
    tag("MinimumAmount", pay.min, ` currencyID="${pay.currency}"`) +
    tag("MaximumAmount", pay.max, ` currencyID="${pay.currency}"`);
  return wrap(
    "RemunerationPackage",
    wrap(
      "RemunerationRange",
      tag("RemunerationTypeCode", "BasePay") + amounts + tag("RemunerationIntervalCode", INTERVAL[pay.period]),
    ),
  );
}
