// What a reader of an older sheet must know: the facts that differ between the posting as it was printed and as it is.
// Called by the service that answers a printed revision; shown by PrintedNote.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { pageFacts } from "../parts/factsOf.ts";
import type { Line } from "../parts/line.ts";
import { titleOf } from "../parts/line.ts";
import type { Words } from "../parts/words.ts";

export interface ChangedFact {
  readonly label: string;
  /** Empty where it was not there. */
  readonly before: readonly Line[];
  readonly after: readonly Line[];
}

/** In the order of the page. Without a clock, so that "closes today" is no change. */
export function changedFacts(before: PublicPosting, after: PublicPosting, words: Words): ChangedFact[] {
  const locale = words.locale.id;
  const was = pageFacts(before, words, null);
  const is = pageFacts(after, words, null);
  const changes: ChangedFact[] = [
    { label: words.t("page:printed.title"), before: [titleOf(before, locale)], after: [titleOf(after, locale)] },
  ];
  for (const fact of is) {
    changes.push({ label: fact.label, before: was.find(({ id }) => id === fact.id)?.lines ?? [], after: fact.lines });
  }
  for (const fact of was) {
    if (!is.some(({ id }) => id === fact.id)) changes.push({ label: fact.label, before: fact.lines, after: [] });
  }
  return changes.filter((change) => textOf(change.before) !== textOf(change.after));
}

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join("\n");
