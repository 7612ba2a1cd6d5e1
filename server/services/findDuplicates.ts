// Postings that hang already and look like the same offer: same reference, or same work, place and employer. Called by checkPosting.

import type { Finding } from "../domain/checks/finding.ts";
import { finding } from "../domain/checks/finding.ts";
import type { Content, Place } from "../domain/content.ts";
import { stateAt } from "../domain/posting.ts";
import type { Instant } from "../domain/time.ts";
import { giveWay } from "../giveWay.ts";
import type { Mirror } from "./mirror.ts";
import { foldWords } from "./searchText.ts";

/** Of two alike words in three. */
const ALIKE = 0.66;

/** Postings looked at before others get their turn: a millisecond or two. */
const STEP = 1000;

/** Looks at what is public only: nobody learns of another office's drafts. At most three, likeliest first. */
export async function findDuplicates(
  mirror: Mirror,
  code: string | null,
  content: Content,
  now: Instant,
): Promise<Finding[]> {
  const found: { readonly likeness: number; readonly finding: Finding }[] = [];
  let looked = 0;
  for (const { posting, shown } of mirror.entries()) {
    looked += 1;
    if (looked % STEP === 0) await giveWay();
    if (shown === null || posting.code === code || shown.content.section !== content.section) continue;
    if (stateAt(posting, now) === "closed") continue;
    const likeness = likenessOf(content, shown.content);
    if (likeness < ALIKE) continue;
    const { title, places } = shown.content;
    const where = places[0]?.municipality ?? shown.owner.name;
    const what = `${title.written.text} · ${where}`;
    found.push({
      likeness,
      finding: finding("duplicate", "duplicate", "title.written.text", { found: what, code: posting.code }),
    });
  }
  found.sort((a, b) => b.likeness - a.likeness);
  return found.slice(0, 3).map(({ finding: one }) => one);
}

/** 0 to 1. Another employer, another place or another parent means another offer. */
function likenessOf(one: Content, other: Content): number {
  if (one.parent !== other.parent || one.event?.starts.day !== other.event?.starts.day) return 0;
  if (one.employer?.name && other.employer?.name && foldWords(one.employer.name) !== foldWords(other.employer.name))
    return 0;
  if (one.reference !== null && other.reference !== null) return one.reference === other.reference ? 1 : 0;
  if (one.places.length > 0 && other.places.length > 0 && !one.places.some((place) => isAt(other, place))) return 0;
  const [mine, theirs] = [titleWords(one), titleWords(other)];
  if (mine.size === 0 || theirs.size === 0) return 0;
  let both = 0;
  for (const word of mine) if (theirs.has(word)) both += 1;
  return both / Math.max(mine.size, theirs.size);
}

const isAt = ({ places }: Content, { municipality }: Place): boolean =>
  places.some((place) => (place.municipality ?? "") === (municipality ?? ""));

/** A content never changes, and every publication is compared with all that hang. */
const known = new WeakMap<Content, ReadonlySet<string>>();

function titleWords(content: Content): ReadonlySet<string> {
  const before = known.get(content);
  if (before !== undefined) return before;
  const words = foldWords(content.title.written.text).split(/[^a-z0-9]+/);
  const made = new Set(words.filter((word) => word.length > 1));
  known.set(content, made);
  return made;
}
