// What hangs now, newest first: of an office or of all, of a section or of all. Called by feeds, the digest and the exchange.
import type { Office } from "../domain/owner.ts";
import { isLive } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import type { Section } from "../domain/section.ts";
import type { Clock } from "./clock.ts";
import type { Mirror } from "./mirror.ts";

export interface LiveOf {
  readonly office: Office | null;
  readonly section: Section | null;
}

export function livePostings(
  { mirror, clock }: { mirror: Mirror; clock: Clock },
  { office, section }: LiveOf,
): PublicPosting[] {
  const now = clock.now();
  const found: PublicPosting[] = [];
  for (const { posting, shown } of mirror.entries()) {
    if (shown === null || !isLive(posting, now)) continue;
    if (section !== null && shown.content.section !== section) continue;
    if (office !== null && !mirror.hangs(shown, office)) continue;
    found.push(shown);
  }
  return found.sort((a, b) => b.publishedAt - a.publishedAt || (a.code < b.code ? -1 : 1));
}
