// Up to three live postings like a closed one. Called by the page of a closed posting.

import { isLive } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import type { Instant } from "../domain/time.ts";
import type { Mirror } from "./mirror.ts";

/** Same occupation, else same section and province, else same section. */
export function similarTo(mirror: Mirror, closed: PublicPosting, now: Instant): PublicPosting[] {
  const occupation = closed.content.title.occupation?.ref;
  const province = closed.content.places[0]?.province;
  const likeness = (other: PublicPosting) =>
    Number(occupation !== undefined && other.content.title.occupation?.ref === occupation) * 4 +
    Number(other.content.section === closed.content.section) * 2 +
    Number(province !== undefined && province !== null && other.content.places[0]?.province === province);
  const live: { readonly shown: PublicPosting; readonly like: number }[] = [];
  for (const { posting, shown } of mirror.entries()) {
    if (shown === null || !isLive(posting, now)) continue;
    const like = likeness(shown);
    if (like >= 2) live.push({ shown, like });
  }
  live.sort((a, b) => b.like - a.like || b.shown.publishedAt - a.shown.publishedAt);
  return live.slice(0, 3).map(({ shown }) => shown);
}
