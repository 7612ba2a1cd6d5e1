// What the desk sends to change many postings at once, and the line it is told about each. Used by http/bulk; the desk takes the types only.
import { z } from "zod";
import { SHARES } from "./content.ts";
import { isDay } from "./time.ts";
import { CLOSED_REASONS } from "./vocabulary.ts";

export const BULK_LIMIT = 500;

export const bulkBody = z.object({
  items: z
    .array(z.object({ code: z.string().min(1).max(7), expected: z.number().int().nonnegative() }))
    .min(1)
    .max(BULK_LIMIT),
  action: z.discriminatedUnion("does", [
    z.object({ does: z.literal("close"), reason: z.enum(CLOSED_REASONS).exclude(["expired"]) }),
    z.object({ does: z.literal("reopen") }),
    z.object({ does: z.literal("renew"), until: z.string().refine(isDay, "day") }),
    z.object({ does: z.literal("share"), share: z.enum(SHARES) }),
    z.object({ does: z.literal("pin"), pinned: z.boolean() }),
  ]),
});
export type BulkBody = z.infer<typeof bulkBody>;

/** One line of the answer to POST /api/v1/postings/bulk, as soon as that posting is done. */
export interface BulkLine {
  readonly code: string;
  /** After the change; what an undo expects. Null where it was refused. */
  readonly revision: number | null;
  /** Why not, in the reader's language. */
  readonly sentence: string | null;
}
