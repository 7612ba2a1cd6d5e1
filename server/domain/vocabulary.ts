// The closed lists of codes a posting's facts are made of. Labels live in locales/<locale>/vocabulary.json under the same names.
// Used by the schemas, the import, the form and everything that renders a fact.

export const CONTRACTS = [
  "permanent",
  "fixedTerm",
  "seasonal",
  "apprenticeship",
  "internship",
  "publicWorks",
  "agency",
  "onCall",
  "selfEmployed",
  "domestic",
  "dualTraining",
] as const;
export type Contract = (typeof CONTRACTS)[number];

export const SCHEDULES = ["fullTime", "partTime", "shifts", "nights", "weekends"] as const;
export type Schedule = (typeof SCHEDULES)[number];

export const PAY_PERIODS = ["hour", "day", "week", "month", "year"] as const;
export type PayPeriod = (typeof PAY_PERIODS)[number];

export const EMPLOYER_TYPES = ["private", "public", "agency", "other"] as const;
export type EmployerType = (typeof EMPLOYER_TYPES)[number];

export const CLOSED_REASONS = ["filled", "expired", "withdrawn", "cancelled"] as const;
export type ClosedReason = (typeof CLOSED_REASONS)[number];

/** Whom a place is reserved to under L. 68/99; `unspecified` until staff say which article. */
export const RESERVED_ARTICLES = ["art1", "art18", "unspecified"] as const;
export type ReservedArticle = (typeof RESERVED_ARTICLES)[number];

/** How the people of a call are chosen: by application, from a ranking the office keeps, or by being present on a day. */
export const CALL_MODES = ["application", "ranking", "presence"] as const;
export type CallMode = (typeof CALL_MODES)[number];

/** Statutes a posting may name. Short label and one plain sentence each in the vocabularies; never retyped by anyone. */
export const STATUTES = [
  "l68-99",
  "l68-99-art1",
  "l68-99-art8",
  "l68-99-art18",
  "l56-87-art16",
  "dlgs276-03",
  "lr-sardegna-1-2018",
  "lr-puglia-26-2023",
  "piemonte-cantieri-over45",
  "leonardo",
] as const;
export type Statute = (typeof STATUTES)[number];

export const CEFR = ["A1", "A2", "B1", "B2", "C1", "C2"] as const;
export type Cefr = (typeof CEFR)[number];

export const SECTORS = [
  "tourism",
  "commerce",
  "construction",
  "metalwork",
  "textile",
  "food",
  "agriculture",
  "health",
  "telecommunications",
  "administration",
  "informatics",
  "realEstate",
  "entertainment",
  "publicAdministration",
  "justice",
  "culture",
  "education",
  "localGovernment",
  "urbanHygiene",
  "publicWorks",
  "employmentServices",
  "ruralDevelopment",
  "energy",
  "other",
] as const;
export type Sector = (typeof SECTORS)[number];

export const QUALIFIERS = [
  "helper",
  "attendant",
  "expert",
  "junior",
  "senior",
  "head",
  "apprentice",
  "manager",
  "seasonal",
  "generic",
  "qualified",
  "specialised",
] as const;
/** What a title adds to an occupation: "aiuto cuoco" is the occupation cook with `helper`. */
export type Qualifier = (typeof QUALIFIERS)[number];
