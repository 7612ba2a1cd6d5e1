// Whom a posting belongs to: an office (or its desk), an area (ambito), a service (EURES Puglia) or the whole network.
// An office's hours, closures and address also drive its displays and pages. Used by every room.
import { z } from "zod";
import { isDay } from "./time.ts";

const text = (limit: number) => z.string().trim().min(1).max(limit);
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Days 0 Monday … 6 Sunday. from/to null with byAppointment: the hour is not stated. */
export const openingSchema = z.object({
  days: z.array(z.number().int().min(0).max(6)).min(1).max(7),
  from: time.nullable(),
  to: time.nullable(),
  byAppointment: z.boolean(),
});

const contact = {
  name: text(200),
  phones: z.array(text(60)).max(6),
  email: text(200).nullable(),
  website: text(300).nullable(),
};

const area = slug.nullable();
const region = text(60).nullable();

/** What helps to get in; labels in the vocabularies. */
export const ENTRANCE_FACTS = [
  "stepFree",
  "ramp",
  "lift",
  "bell",
  "automaticDoor",
  "accessibleToilet",
  "reservedParking",
  "hearingLoop",
  "tactilePath",
] as const;

/** What a visit needs to know beside address and hours. */
export const visitSchema = z.object({
  /** `where` as people say it: "via Verdi 3, cortile". */
  entrances: z.array(z.object({ where: text(120).nullable(), facts: z.array(z.enum(ENTRANCE_FACTS)).max(9) })).max(6),
  /** Days of the cultural mediator, with the languages spoken. */
  mediators: z.array(openingSchema.extend({ languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(12) })).max(20),
  /** Where appointments are booked. */
  booking: z
    .url({ protocol: /^https$/ })
    .max(300)
    .nullable(),
});

export const officeSchema = z.object({
  kind: z.literal("office"),
  id: slug,
  ...contact,
  /** The office a desk (sportello) belongs to. */
  parent: slug.nullable(),
  area,
  municipality: text(120),
  province: z.string().regex(/^[A-Z]{2}$/),
  region,
  address: text(200).nullable(),
  opening: z.array(openingSchema).max(20),
  closures: z
    .array(z.object({ from: z.string().refine(isDay), to: z.string().refine(isDay), reason: text(200).nullable() }))
    .max(60),
  /** Days a posting without a stated deadline hangs. */
  defaultValidityDays: z.number().int().min(1).max(365),
  /** Hours for which its displays go on showing postings without a line to the server; absent: 72. */
  leaseHours: z.number().int().min(1).max(168).exactOptional(),
  demonstration: z.boolean(),
  /** Absent while nobody has stated any of it. */
  visit: visitSchema.exactOptional(),
  /** Codes of postings as staff put them on this board, first to last (boardOrder.ts); absent while nobody has. */
  order: z.array(z.string().max(7)).max(500).exactOptional(),
});

export const areaSchema = z.object({ kind: z.literal("area"), id: slug, ...contact, region });
export const serviceSchema = z.object({ kind: z.literal("service"), id: slug, ...contact, region });
export const networkSchema = z.object({ kind: z.literal("network"), id: slug, ...contact });

export const ownerSchema = z.discriminatedUnion("kind", [officeSchema, areaSchema, serviceSchema, networkSchema]);

export type Opening = z.infer<typeof openingSchema>;
export type Visit = z.infer<typeof visitSchema>;
export type Office = z.infer<typeof officeSchema>;
export type Owner = z.infer<typeof ownerSchema>;
/** An office's slug: its municipality, with a suffix where there are several. Owners of other kinds share the same space of ids. */
export type OwnerId = string;

export const DEFAULT_VALIDITY_DAYS = 30;
