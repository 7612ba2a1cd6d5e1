// What a posting says: facts in composable blocks, free text in segments. Nearly all of it may be missing: null means "not stated".
// The schemas are the one definition; types are inferred. Browsers import the types only, so that no validator reaches a kiosk.
import { z } from "zod";
import { ATTACHMENTS, attachmentSchema } from "./attachment.ts";
import { SECTIONS } from "./section.ts";
import { isDay } from "./time.ts";
import {
  CALL_MODES,
  CEFR,
  CONTRACTS,
  EMPLOYER_TYPES,
  PAY_PERIODS,
  QUALIFIERS,
  RESERVED_ARTICLES,
  SCHEDULES,
  SECTORS,
  STATUTES,
} from "./vocabulary.ts";

/** Longest free text of one segment, in characters; keeps every surface and delta bounded. */
export const SEGMENT_LIMIT = 600;

// Control characters never belong to a posting; bidirectional overrides could make one read as another.
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/;
const line = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .refine((text) => !FORBIDDEN.test(text), "control characters");

export const segmentSchema = z.object({ id: z.string().regex(/^s\d{1,5}$/), text: line(SEGMENT_LIMIT) });
const segments = z.array(segmentSchema).max(40);
const segmentOrNull = segmentSchema.nullable();

export const momentSchema = z.object({
  day: z.string().refine(isDay, "day"),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
});
const momentOrNull = momentSchema.nullable();

/** "esco:<uuid>" or "isco:<1-4 digits>". */
export const occupationRef = z.string().regex(/^(esco:[0-9a-f-]{36}|isco:\d{1,4})$/);

export const titleSchema = z.object({
  /** As written by the office or employer. */
  written: segmentSchema,
  /** The occupation staff picked or the import was certain of; gives the title in every other language. */
  occupation: z.object({ ref: occupationRef, qualifiers: z.array(z.enum(QUALIFIERS)).max(3) }).nullable(),
});

export const placeSchema = z.object({
  municipality: line(120).nullable(),
  /** Sigla: "LE". */
  province: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  region: line(60).nullable(),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  area: segmentOrNull,
});

/** Amounts in units of `currency`; max null means "from min". `gross` null: not stated. An `allowance` is not a wage. */
export const paySchema = z.object({
  min: z.number().nonnegative().max(10_000_000),
  max: z.number().nonnegative().max(10_000_000).nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  period: z.enum(PAY_PERIODS).nullable(),
  gross: z.boolean().nullable(),
  allowance: z.boolean(),
  note: segmentOrNull,
});

export const jobSchema = z.object({
  sector: z.enum(SECTORS).nullable(),
  contracts: z.array(z.enum(CONTRACTS)).max(4),
  duration: segmentOrNull,
  schedules: z.array(z.enum(SCHEDULES)).max(5),
  /** Hours a week. */
  weeklyHours: z
    .object({ min: z.number().positive().max(60), max: z.number().positive().max(60).nullable() })
    .nullable(),
  hoursNote: segmentOrNull,
  starts: momentOrNull,
  /** Collective agreement and level, as written. */
  agreement: line(200).nullable(),
  pay: paySchema.nullable(),
});

export const requirementSchema = z.object({
  need: z.enum(["required", "wished"]),
  /** A parameterised phrase of the vocabularies and its values; then the text is only what was written. */
  phrase: z
    .object({
      id: z.string().max(60),
      values: z.record(z.string().max(40), z.union([z.string().max(200), z.number()])),
    })
    .nullable(),
  text: segmentSchema,
});

export const languageSchema = z.object({
  language: z.string().regex(/^[a-z]{2,3}$/),
  level: z.enum(CEFR).nullable(),
  need: z.enum(["required", "wished"]),
  note: segmentOrNull,
});

export const reservedSchema = z.object({
  article: z.enum(RESERVED_ARTICLES),
  /** Enrolment in the list of art. 8 must stand on this day. */
  enrolledBy: z.string().refine(isDay, "day").nullable(),
  excluded: segmentOrNull,
});

export const callSchema = z.object({
  mode: z.enum(CALL_MODES).nullable(),
  body: line(200).nullable(),
  amendments: z.array(z.object({ day: z.string().refine(isDay, "day").nullable(), text: segmentSchema })).max(20),
});

export const courseSchema = z.object({
  provider: line(200).nullable(),
  starts: momentOrNull,
  ends: momentOrNull,
  totalHours: z.number().positive().max(5000).nullable(),
  allowance: paySchema.nullable(),
});

export const eventSchema = z.object({
  starts: momentSchema,
  ends: momentOrNull,
  timetable: segmentOrNull,
  venue: segmentOrNull,
});

export const applySchema = z.object({
  online: line(300).nullable(),
  email: line(200).nullable(),
  phone: line(60).nullable(),
  inPerson: segmentOrNull,
  note: segmentOrNull,
  documents: segments,
});

/** How far beyond its owner a posting hangs. */
export const SHARES = ["own", "area", "province", "network"] as const;
export type Share = (typeof SHARES)[number];

export const contentSchema = z.object({
  section: z.enum(SECTIONS),
  sourceLocale: z.string().regex(/^[a-z]{2,3}$/),
  title: titleSchema,
  summary: segments,
  duties: segments,
  employer: z.object({ name: line(200).nullable(), type: z.enum(EMPLOYER_TYPES).nullable() }).nullable(),
  positions: z.number().int().positive().max(100_000).nullable(),
  places: z.array(placeSchema).max(20),
  job: jobSchema.nullable(),
  reserved: reservedSchema.nullable(),
  call: callSchema.nullable(),
  course: courseSchema.nullable(),
  event: eventSchema.nullable(),
  eures: z.boolean(),
  requirements: z.array(requirementSchema).max(40),
  languages: z.array(languageSchema).max(10),
  licences: z.array(z.string().regex(/^[A-Z0-9+]{1,5}$/)).max(6),
  benefits: segments,
  statutes: z.array(z.enum(STATUTES)).max(5),
  /** The window for applying; a call may open later than it hangs. */
  window: z.object({ opens: momentOrNull, closes: momentOrNull }),
  /** When it hangs, where staff say so; else derived from the window, the event or the office's default validity. */
  hangs: z.object({ from: momentOrNull, until: momentOrNull }),
  apply: applySchema.nullable(),
  attachments: z.array(attachmentSchema).max(ATTACHMENTS),
  reference: line(80).nullable(),
  /** Code of the event this posting is a role of. */
  parent: z.string().max(7).nullable(),
  share: z.enum(SHARES),
  pinned: z.boolean(),
});

export type Content = z.infer<typeof contentSchema>;
export type Title = z.infer<typeof titleSchema>;
export type Place = z.infer<typeof placeSchema>;
export type Pay = z.infer<typeof paySchema>;
export type Job = z.infer<typeof jobSchema>;
export type Requirement = z.infer<typeof requirementSchema>;
export type LanguageNeed = z.infer<typeof languageSchema>;
export type Reserved = z.infer<typeof reservedSchema>;
export type Call = z.infer<typeof callSchema>;
export type Course = z.infer<typeof courseSchema>;
export type EventBlock = z.infer<typeof eventSchema>;
export type Apply = z.infer<typeof applySchema>;
