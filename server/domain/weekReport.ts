// The weekly report as numbers: reckoned by services/weekReport, set by templates/bulletin and by the post texts.
import type { Section } from "./section.ts";
import type { Day } from "./time.ts";
import type { Sector } from "./vocabulary.ts";

export interface Tally {
  readonly now: number;
  readonly before: number;
  /** First published within the week. */
  readonly added: number;
  /** Places to fill in what is open now, where they are stated. */
  readonly positions: number;
}

export interface WeekReport {
  /** Monday and Sunday. */
  readonly from: Day;
  readonly to: Day;
  readonly total: Tally;
  readonly sections: readonly (Tally & { readonly section: Section })[];
  readonly sectors: readonly (Tally & { readonly sector: Sector })[];
  readonly areas: readonly (Tally & { readonly name: string })[];
  readonly specials: readonly (Tally & { readonly special: Special })[];
}

/** Read first by many: graduates, people of L. 68/99, Europe, first jobs. */
export const SPECIALS = ["graduates", "inclusion", "europe", "internships"] as const;
export type Special = (typeof SPECIALS)[number];
