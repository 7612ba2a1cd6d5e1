// All that issue 5 promises of paper in figures, part by part: `npm run bench -- print [part …]`. u: processor time of a bare warm print of the
// same sheet in the same run. Called by run.ts.
import { benchAfterPublishing } from "./afterPublishing.ts";
import { benchDocuments } from "./longDocuments.ts";
import { benchPoster } from "./poster.ts";
import { benchWhilePrinting } from "./whilePrinting.ts";

export const PRINT_PARTS: Readonly<Record<string, () => Promise<void>>> = {
  sheets: benchPoster,
  documents: benchDocuments,
  publication: benchAfterPublishing,
  screens: benchWhilePrinting,
};

export async function benchPrint(parts: readonly string[]): Promise<void> {
  for (const part of parts.length > 0 ? parts : Object.keys(PRINT_PARTS)) await PRINT_PARTS[part]?.();
}
