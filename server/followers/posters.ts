// Prints in the background what was just published, so that the first to ask finds it ready. Called by app.ts; listens to the mirror.

import { SOURCE_LOCALE } from "../domain/locale.ts";
import { isLive } from "../domain/posting.ts";
import type { House } from "../house.ts";
import type { Posters } from "../services/printPoster.ts";

/** A larger change is an import or a restore: its posters are printed when asked for. */
const FEW = 3;

export function warmPosters({ mirror, clock }: House, posters: Posters): void {
  mirror.onChange((change) => {
    if (change.boards || change.postings.length > FEW) return;
    for (const code of change.postings) {
      const entry = mirror.entry(code);
      const isNew = entry !== undefined && (entry.posting.publicRevision ?? 0) > change.from;
      if (isNew && isLive(entry.posting, clock.now())) posters.warm(code, [SOURCE_LOCALE]);
    }
  });
}
