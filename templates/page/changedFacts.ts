// What a reader of an older sheet must know: the facts, the way to apply and the sentences that differ between the posting as printed and as it is.
// Called by the service that answers a printed revision; shown by PrintedNote and, by their labels, by the office's page of walls.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { pageFacts } from "../parts/factsOf.ts";
import type { Line } from "../parts/line.ts";
import { lineOf, plain, titleOf } from "../parts/line.ts";
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
  const isOffer = after.content.section !== "event" && after.content.section !== "notice";
  changes.push({
    label: words.t(isOffer ? "page:apply.heading" : "page:apply.headingContact"),
    before: waysOf(before, words),
    after: waysOf(after, words),
  });
  // Of a long text only the sentences that went and those that came.
  const wasSaid = textsOf(before, words);
  const isSaid = textsOf(after, words);
  changes.push({ label: words.t("page:about"), before: without(wasSaid, isSaid), after: without(isSaid, wasSaid) });
  return changes.filter((change) => textOf(change.before) !== textOf(change.after));
}

function waysOf(posting: PublicPosting, words: Words): Line[] {
  const { apply } = posting.content;
  if (apply === null) return [];
  const { phone, email, online, inPerson, note, documents } = apply;
  const told = [inPerson, note, ...documents].filter((segment) => segment !== null);
  return [
    ...[phone, email, online].filter((way) => way !== null).map((way) => plain(way, posting.content.sourceLocale)),
    ...told.map((segment) => lineOf(posting, segment, words.locale.id)),
  ];
}

const textsOf = (posting: PublicPosting, words: Words): Line[] =>
  [...posting.content.summary, ...posting.content.duties].map((segment) => lineOf(posting, segment, words.locale.id));

const without = (lines: readonly Line[], others: readonly Line[]): Line[] =>
  lines.filter(({ text }) => others.every((other) => other.text !== text));

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join("\n");
