// Prints in the background what was just published, so that the first to ask finds it ready. Called by app.ts; listens to the mirror.

import type { Code } from "../domain/code.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import { isLive } from "../domain/posting.ts";
import type { House } from "../house.ts";
import type { Posters } from "../services/printPoster.ts";

/** A larger change is an import or a restore: its posters are printed when asked for. */
const FEW = 3;

/** Staff publish in bursts and correct at once: what is still up after so long, in milliseconds, is printed. */
const QUIET = 1_000;

export function warmPosters({ mirror, clock }: House, posters: Posters): void {
  const waiting = new Set<Code>();
  let timer: NodeJS.Timeout | undefined;
  const print = () => {
    const codes = [...waiting].slice(-FEW);
    waiting.clear();
    for (const code of codes) {
      const entry = mirror.entry(code);
      if (entry !== undefined && isLive(entry.posting, clock.now())) posters.warm(code, [SOURCE_LOCALE]);
    }
  };
  mirror.onChange((change) => {
    if (change.boards || change.postings.length > FEW) return;
    for (const code of change.postings) {
      if ((mirror.entry(code)?.posting.publicRevision ?? 0) > change.from) waiting.add(code);
    }
    if (waiting.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(print, QUIET);
    timer.unref();
  });
}
