// What the desk asks about a content being written, and is told. Used by http/checks and the desk.
import { z } from "zod";
import { contentSchema } from "../content.ts";
import type { Finding } from "./finding.ts";

export const checksBody = z.object({
  owner: z.string().max(60),
  code: z.string().max(7).nullable(),
  content: contentSchema,
});
export type ChecksBody = z.infer<typeof checksBody>;

/** POST /api/v1/checks */
export interface ChecksAnswer {
  /** Blocking ones first. */
  readonly findings: readonly Finding[];
  /** Per cent of the facts readers look for. */
  readonly completeness: number;
  /** Gulpease of the free text, 0 to 100; null where there is too little. */
  readonly ease: number | null;
}
