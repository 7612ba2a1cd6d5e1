// Every phrase the desk can offer, with the values that were typed or usual ones. What needs a place or a date is offered once it has been typed in full.
// Called by services/offerPhrases.
import type { PhraseKind } from "../domain/phrase.ts";
import type { Phrase } from "./matchRequirement.ts";

const EDUCATION = [
  "primary",
  "compulsory",
  "lowerSecondary",
  "vocational",
  "upperSecondary",
  "upperSecondaryTechnical",
  "higherTechnical",
  "bachelor",
  "master",
  "degree",
];

/** Phrases without values, by kind. Their words: locales/<locale>/vocabulary.json. */
export const PLAIN_PHRASES: Readonly<Record<PhraseKind, readonly string[]>> = {
  requirement: [
    "experience",
    "experienceSome",
    "experienceNone",
    "unemployed",
    "registered",
    "unemployedRegistered",
    "residenceMunicipality",
    "citizenshipItalian",
    "citizenshipItalianOrEu",
    "votingRights",
    "noConviction",
    "shifts",
    "weekends",
    "travel",
    "relocate",
    "ownCar",
    "computer",
  ],
  benefit: [
    "boardLodging",
    "boardLodgingFree",
    "lodging",
    "lodgingFree",
    "meals",
    "mealVouchers",
    "travelCosts",
    "shuttle",
    "trainingInitial",
    "trainingPaid",
    "languageCourse",
    "possiblyExtended",
    "possiblyPermanent",
    "workClothes",
    "medicalCare",
    "housingHelp",
    "recognitionHelp",
  ],
  document: [
    "identity",
    "identityCopy",
    "taxCode",
    "healthCard",
    "cv",
    "cvEuropass",
    "degreeCopy",
    "drivingLicence",
    "isee",
    "availability",
    "residencePermit",
    "certificates",
    "references",
  ],
  instruction: [
    "sendCv",
    "cvInItalian",
    "bringCv",
    "bringIdentity",
    "atOffice",
    "applicationAtOffice",
    "byAppointment",
    "onlySelected",
    "appliedOnly",
    "remoteInterviews",
    "remoteForOthers",
    "rankingOnly",
  ],
};

/** `numbers`: as typed, in order. */
export function phraseTemplates(kind: PhraseKind, numbers: readonly number[]): Phrase[] {
  const plain = PLAIN_PHRASES[kind].map((id) => ({ id, values: {} }));
  const [first, second] = numbers;
  if (kind === "benefit")
    return [
      ...plain,
      ...["it", "en", "fr", "de"].map((language) => ({ id: "languageCourseIn", values: { language } })),
    ];
  if (kind === "instruction") {
    const hour = first === undefined || first < 6 || first > 23 ? 12 : first;
    return [...plain, { id: "byHour", values: { time: `${String(hour).padStart(2, "0")}:00` } }];
  }
  if (kind === "document") return plain;
  const counts = first === undefined ? [1, 2, 3] : [first];
  const ages = second !== undefined && first !== undefined && first < second ? [{ min: first, max: second }] : [];
  return [
    ...counts.map((count) => ({ id: "experienceYears", values: { count } })),
    ...counts.map((count) => ({ id: "experienceMonths", values: { count: first ?? count * 6 } })),
    { id: "ageFrom", values: { count: first ?? 18 } },
    ...ages.map((values) => ({ id: "ageRange", values })),
    ...EDUCATION.map((education) => ({ id: "education", values: { education } })),
    ...plain,
  ];
}
