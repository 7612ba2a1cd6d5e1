// A posting kept as a model to begin others with: the office's own, or its area's. Used by services, http and the desk.
import { z } from "zod";
import type { Content } from "./content.ts";
import { contentSchema } from "./content.ts";

export const templateName = z.string().trim().min(1).max(80);
export const saveTemplateBody = z.object({
  owner: z.string().min(1).max(60),
  name: templateName,
  content: contentSchema,
});
export type SaveTemplateBody = z.infer<typeof saveTemplateBody>;

export interface Template {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly content: Content;
  readonly savedBy: string;
  readonly savedAt: number;
}

/** GET /api/v1/templates */
export interface TemplatesAnswer {
  readonly templates: readonly Template[];
}
