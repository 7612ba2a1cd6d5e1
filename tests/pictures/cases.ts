// The postings the contact sheet and the reference pictures are made of: one of each section, and those that are hard to set.
// Also used by the tests of the fit.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { hardCases } from "./hardCases.ts";
import { sectionCases } from "./sectionCases.ts";

/** Name of a case → its posting. */
export const pictureCases = (): Record<string, PublicPosting> => ({ ...sectionCases(), ...hardCases() });
