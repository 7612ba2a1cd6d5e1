// What every describe* function is given: whose language, at what moment, and how short.

import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Segment } from "../../server/domain/segment.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { Fact, FactId } from "./fact.ts";
import type { Formats } from "./formats.ts";
import { formatsOf } from "./formats.ts";
import type { Line } from "./line.ts";
import { lineOf, plain } from "./line.ts";
import type { Words } from "./words.ts";

export interface Telling {
  readonly posting: PublicPosting;
  readonly words: Words;
  readonly formats: Formats;
  /** null on paper, which must not say "today". */
  readonly now: Instant | null;
  /** As on a card: the least that tells it. */
  readonly brief: boolean;
  /** A line in the reader's language. */
  say(text: string): Line;
  /** Free text of the posting. */
  quote(segment: Segment): Line;
  label(id: string): string;
  fact(id: FactId, lines: readonly Line[], extra?: { label?: string; tabular?: boolean }): Fact;
  notStated(id: FactId, words?: string, label?: string): Fact;
}

export function tellingOf(posting: PublicPosting, words: Words, now: Instant | null, brief: boolean): Telling {
  const locale = words.locale.id;
  const formats = formatsOf(words.locale);
  const say = (text: string) => plain(formats.begin(text), locale);
  const label = (id: string) => words.t(`facts:label.${id}`);
  return {
    posting,
    words,
    formats,
    now,
    brief,
    say,
    quote: (segment) => lineOf(posting, segment, locale),
    label,
    fact: (id, lines, { label: own, tabular } = {}) => ({
      id,
      label: own ?? label(id),
      lines,
      stated: true,
      ...(tabular === undefined ? {} : { tabular }),
    }),
    notStated: (id, key = "general", own) => ({
      id,
      label: own ?? label(id),
      lines: [say(words.t(`facts:notStated.${key}`))],
      stated: false,
    }),
  };
}

/** Null where the posting has nothing of the kind. */
export type Describe = (telling: Telling) => Fact | readonly Fact[] | null;

export function tell(describes: readonly Describe[], telling: Telling): Fact[] {
  return describes.flatMap((describe) => describe(telling) ?? []);
}
