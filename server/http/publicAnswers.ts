// What the public routes of the API answer, as schemas: written into the OpenAPI document, and real answers are held against them by a test.
// Called by the routes that give them.
import type { ZodType } from "zod";
import { z } from "zod";
import type { Delta } from "../domain/board.ts";
import { contentSchema } from "../domain/content.ts";
import type { BoardAnswer, ChangesAnswer, ClientAnswer } from "../domain/httpContract.ts";
import { officeSchema } from "../domain/owner.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import type { PublicUrgent } from "../domain/urgent.ts";
import { CLOSED_REASONS } from "../domain/vocabulary.ts";

/** Milliseconds since 1970. */
const instant = z.number().int();
const revision = z.number().int().nonnegative();
const perLocale = z.record(z.string(), z.string());

const shownText = z.object({ text: z.string(), machine: z.boolean(), earlier: instant.exactOptional() });

const posting: ZodType<PublicPosting> = z.object({
  code: z.string(),
  revision,
  state: z.enum(["draft", "scheduled", "open", "suspended", "closed"]),
  closed: z.object({ reason: z.enum(CLOSED_REASONS), at: instant }).nullable(),
  from: instant,
  until: instant,
  untilStated: z.boolean(),
  firstPublishedAt: instant,
  publishedAt: instant,
  owner: z.object({ id: z.string(), name: z.string() }),
  content: contentSchema,
  occupation: perLocale.nullable(),
  translations: z.record(z.string(), z.record(z.string(), shownText)),
  demonstration: z.boolean(),
});

const urgent: ZodType<PublicUrgent> = z.object({
  id: z.string(),
  kind: z.enum(["notice", "neutral"]),
  scope: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("office"), office: z.string() }),
    z.object({ kind: z.literal("province"), province: z.string() }),
    z.object({ kind: z.literal("network") }),
  ]),
  texts: perLocale,
  from: instant,
  until: instant,
});

export const boardAnswer: ZodType<BoardAnswer> = z.object({
  epoch: z.string(),
  revision,
  now: instant,
  office: officeSchema,
  postings: z.array(posting),
  urgents: z.array(urgent),
});

const delta: ZodType<Delta> = z.union([
  z.object({
    kind: z.literal("changes"),
    epoch: z.string(),
    from: revision,
    to: revision,
    office: officeSchema.nullable(),
    put: z.array(posting),
    removed: z.array(z.string()),
  }),
  z.object({
    kind: z.literal("reset"),
    epoch: z.string(),
    to: revision,
    office: officeSchema,
    put: z.array(posting),
  }),
]);

export const changesAnswer: ZodType<ChangesAnswer> = z.object({ now: instant, delta, urgents: z.array(urgent) });

export const clientAnswer: ZodType<ClientAnswer> = z.object({
  publicUrl: z.string(),
  publicUrlIsReal: z.boolean(),
  demonstration: z.boolean(),
  locales: z.array(z.string()),
  listen: z.boolean(),
  gateway: z.string().nullable(),
});

const reference = z.object({
  reference: z.string(),
  source: z.string(),
  status: z.enum(["ACTIVE", "CLOSED"]),
  creationTimestamp: instant,
  lastModificationTimestamp: instant,
  closingTimestamp: instant.exactOptional(),
});

export const allReferences = z.object({ allReferences: z.array(reference) });

export const changedReferences = z.object({
  createdReferences: z.array(reference),
  modifiedReferences: z.array(reference),
  closedReferences: z.array(reference),
});

/** By reference; `content` is a PositionOpening document. */
export const details = z.object({
  details: z.record(
    z.string(),
    reference.extend({ contentFormatVersion: z.literal("1.3"), content: z.string().startsWith("<") }),
  ),
});
