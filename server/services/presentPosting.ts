// From a stored posting to what may leave the server. Called by the mirror and by previews of working copies.
import type { Content } from "../domain/content.ts";
import type { Locale, PerLocale } from "../domain/locale.ts";
import type { Owner } from "../domain/owner.ts";
import type { PhrasesOf } from "../domain/phrase.ts";
import type { Posting, Published } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import type { ShownText, Translation, TranslationPolicy } from "../domain/translation.ts";
import { shownTranslations } from "../domain/translation.ts";

/** Title of an occupation with its qualifiers in every locale; from the vocabularies. */
export type TitleOf = (content: Content) => PerLocale<string> | null;

export interface Presenting {
  readonly owner: Owner | null;
  readonly translations: readonly Translation[];
  readonly titleOf: TitleOf;
  readonly phrasesOf: PhrasesOf;
  readonly policy: TranslationPolicy;
}

/** Null for a posting that was never published. */
export function presentPosting(posting: Posting, how: Presenting): PublicPosting | null {
  if (posting.published === null || posting.state === "draft") return null;
  return presentContent(posting, posting.published.content, posting.published, how);
}

/** A content as it would be public with these dates; previews hand in a working copy. */
export function presentContent(
  posting: Posting,
  content: Content,
  dates: Omit<Published, "content" | "revision">,
  how: Presenting,
): PublicPosting {
  return {
    code: posting.code,
    revision: posting.publicRevision ?? posting.revision,
    state: posting.state,
    closed: posting.closed,
    from: dates.from,
    until: dates.until,
    untilStated: dates.untilStated,
    firstPublishedAt: dates.firstPublishedAt,
    publishedAt: dates.publishedAt,
    owner: { id: posting.owner, name: how.owner?.name ?? posting.owner },
    content,
    occupation: how.titleOf(content),
    translations: withPhrases(content, shownTranslations(content, how.translations, how.policy), how.phrasesOf),
    demonstration: posting.demonstration,
  };
}

/** [V7] A phrase stands wherever no person's translation of that very line does. */
function withPhrases(
  content: Content,
  shown: Record<Locale, Record<string, ShownText>>,
  phrasesOf: PhrasesOf,
): Record<Locale, Record<string, ShownText>> {
  for (const [segment, said] of Object.entries(phrasesOf(content))) {
    for (const [locale, text] of Object.entries(said)) {
      if (locale === content.sourceLocale || text === undefined) continue;
      const mine = shown[locale] ?? {};
      shown[locale] = mine;
      const before = mine[segment];
      if (before === undefined || before.machine || before.earlier !== undefined)
        mine[segment] = { text, machine: false };
    }
  }
  return shown;
}
