// Whether this is the long run, `npm run test:full`: there every language and every case, in `npm test` those that catch most.
// Called by tests whose matrix is too long for every day.
import { CORE_LOCALES, type Locale } from "../../server/domain/locale.ts";

export const FULL = import.meta.env.MODE === "full";

/** Italian, and German for its long words; all four in the long run. */
export const TESTED_LOCALES: readonly Locale[] = FULL ? CORE_LOCALES : ["it", "de"];
