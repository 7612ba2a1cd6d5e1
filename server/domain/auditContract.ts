// What the desk asks of the log and is told. Used by http/audit and the desk.
import { z } from "zod";
import type { Verb } from "./event.ts";
import type { Revision } from "./posting.ts";
import type { Instant } from "./time.ts";

export const auditQuery = z.object({
  /** Words, all of which must stand in actor, subject, verb or facts. */
  q: z.string().max(100).default(""),
  /** Lines older than this revision. */
  before: z.coerce.number().int().min(1).optional(),
  format: z.enum(["json", "csv"]).default("json"),
});

export interface AuditLine {
  readonly revision: Revision;
  readonly index: number;
  readonly at: Instant;
  readonly actor: string;
  readonly verb: Verb;
  readonly subject: string;
  /** What it was about: before, after and reasons, as recorded. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** GET /api/v1/audit; newest first, a hundred at a time. */
export interface AuditAnswer {
  readonly lines: readonly AuditLine[];
  /** Where older lines begin; null: none. */
  readonly next: Revision | null;
}

/** GET /api/v1/audit/chain: the revision at which the chain breaks, or null where it holds. */
export interface ChainAnswer {
  readonly broken: Revision | null;
  readonly revision: Revision;
}
