// Postings that hang already and look like the same offer: same reference, or same work, place and employer. Called by checkPosting.
import type { Finding } from "../domain/checks/finding.ts";
import { finding } from "../domain/checks/finding.ts";
import type { Content } from "../domain/content.ts";
import { stateAt } from "../domain/posting.ts";
import type { Instant } from "../domain/time.ts";
import type { Mirror } from "./mirror.ts";
import { foldWords } from "./searchText.ts";

/** Of two alike words in three. */
const ALIKE = 0.66;

/** Looks at what is public only: nobody learns of another office's drafts. At most three, likeliest first. */
export function findDuplicates(mirror: Mirror, code: string | null, content: Content, now: Instant): Finding[] {
  const found: { readonly likeness: number; readonly finding: Finding }[] = [];
  for (const { posting, shown } of mirror.entries()) {
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
  if (one.parent !== other.parent) return 0;
  const employers = [one, other].map(({ employer }) => foldWords(employer?.name ?? ""));
  if (employers[0] !== "" && employers[1] !== "" && employers[0] !== employers[1]) return 0;
  if (one.reference !== null && other.reference !== null) return one.reference === other.reference ? 1 : 0;
  const places = [one, other].map((content) => new Set(content.places.map(({ municipality }) => municipality ?? "")));
  if (places[0]?.size && places[1]?.size && ![...places[0]].some((place) => places[1]?.has(place))) return 0;
  const days = [one, other].map(({ event }) => event?.starts.day);
  if (days[0] !== days[1]) return 0;
  return wordsAlike(one.title.written.text, other.title.written.text);
}

function wordsAlike(one: string, other: string): number {
  const [mine, theirs] = [one, other].map(
    (text) =>
      new Set(
        foldWords(text)
          .split(/[^a-z0-9]+/)
          .filter((word) => word.length > 1),
      ),
  );
  if (!mine || !theirs || mine.size === 0 || theirs.size === 0) return 0;
  const both = [...mine].filter((word) => theirs.has(word)).length;
  return both / Math.max(mine.size, theirs.size);
}
