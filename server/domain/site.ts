// The pages about the site itself, linked in every footer: their names and the texts a body has put in place of the defaults.
// Used by the settings service, the API and the pages.
import { z } from "zod";
import type { PerLocale } from "./locale.ts";

/** Pages whose text a body may replace. */
export const SITE_PAGES = ["accessibility", "privacy", "legal", "feedback"] as const;
export type SitePage = (typeof SITE_PAGES)[number];

/** Plain text; an empty line begins a new paragraph. A line that is only a web address becomes a link. */
export const sitePageBody = z.object({
  texts: z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().trim().min(1).max(20_000)),
});

export type SiteTexts = Readonly<Partial<Record<SitePage, PerLocale<string>>>>;

export function isSitePage(value: string): value is SitePage {
  return SITE_PAGES.some((page) => page === value);
}
