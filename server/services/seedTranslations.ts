// Gives a posting of the demonstration the translations written for it: some approved, some drafts, some in review, some by machine, some of an
// earlier text, some missing, so that every state, label and queue can be seen. Days in a sentence have moved with the posting; so do they here.
// Called by seedDemonstration only.
import type { Content } from "../domain/content.ts";
import type { Language } from "../domain/language.ts";
import type { Posting } from "../domain/posting.ts";
import { rerender } from "../domain/rerender.ts";
import { placedSegments } from "../domain/segmentsOf.ts";
import type { Lexicon } from "../domain/skeleton.ts";
import { skeletonOf } from "../domain/skeleton.ts";
import type { Instant } from "../domain/time.ts";
import type { Translation } from "../domain/translation.ts";
import type { Writer } from "../store/store.ts";

/** A line of server/demonstration/translations.json. `earlier`: the words it was made from, which are no longer those of the posting. */
export interface DemonstrationTranslation {
  readonly it: string;
  readonly en?: string;
  readonly fr?: string;
  readonly de?: string;
  readonly states?: Readonly<Partial<Record<string, Translation["state"]>>>;
  readonly earlier?: string;
}

const LOCALES = ["en", "fr", "de"] as const;
const AUTHOR = "system:demonstration";
/** Stands as author where a service would. */
const MACHINE = "demonstration-machine";
/** Only days move, never names. */
const NO_NAMES: Lexicon = { find: () => null };
const DAY = 86_400_000;

export async function seedTranslations(
  tx: Writer,
  posting: Posting,
  written: readonly DemonstrationTranslation[],
  languageOf: (locale: string) => Language,
  now: Instant,
): Promise<number> {
  const content = posting.working ?? posting.published?.content;
  if (content === undefined || content.sourceLocale !== "it") return 0;
  let count = 0;
  for (const { segment } of untitled(content)) {
    for (const locale of LOCALES) {
      const found = translationOf(segment.text, written, locale, languageOf);
      if (found === null) continue;
      const { text, line } = found;
      const state = line.states?.[locale] ?? "approved";
      await tx.putTranslation({
        code: posting.code,
        segment: segment.id,
        locale,
        source: line.earlier ?? segment.text,
        text,
        state,
        author: state === "machine" ? MACHINE : AUTHOR,
        reviewer: state === "approved" ? AUTHOR : null,
        at: now - (line.earlier === undefined ? DAY : 9 * DAY),
        revision: tx.revision,
      });
      count += 1;
    }
  }
  return count;
}

/** A title whose occupation is known needs no words of ours. */
function untitled(content: Content) {
  return placedSegments(content).filter(({ field }) => field !== "title" || content.title.occupation === null);
}

function translationOf(
  source: string,
  written: readonly DemonstrationTranslation[],
  locale: (typeof LOCALES)[number],
  languageOf: (locale: string) => Language,
): { readonly text: string; readonly line: DemonstrationTranslation } | null {
  const same = written.find(({ it }) => it === source);
  if (same !== undefined) {
    const text = same[locale];
    return text === undefined ? null : { text, line: same };
  }
  const it = languageOf("it");
  const skeleton = skeletonOf(source, it, NO_NAMES);
  for (const line of written) {
    const target = line[locale];
    const before = skeletonOf(line.it, it, NO_NAMES);
    if (target === undefined || before.words.join(" ") !== skeleton.words.join(" ")) continue;
    const text = rerender(
      { source: line.it, skeleton: before, target },
      { text: source, skeleton },
      it,
      languageOf(locale),
    );
    if (text !== null) return { text, line };
  }
  return null;
}
