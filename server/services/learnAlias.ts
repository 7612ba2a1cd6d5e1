// What staff pick for a title becomes an alias: offered first next time, and taken by the import where everybody picked the same. [V3]
// Called by publishPosting, http/vocabularies and the import.
import type { Content } from "../domain/content.ts";
import type { OccupationAlias } from "../domain/memory.ts";
import type { Instant } from "../domain/time.ts";
import type { Qualifier } from "../domain/vocabulary.ts";
import type { Reader, Writer } from "../store/store.ts";
import { foldText } from "../vocabularies/foldText.ts";
import type { OccupationMatch } from "../vocabularies/matchOccupation.ts";

/** Only what a person published: a pick that is still being edited says nothing yet. */
export async function learnAlias(
  tx: Writer,
  content: Content,
  before: Content | null,
  by: string,
  at: Instant,
): Promise<void> {
  const { written, occupation } = content.title;
  const key = foldText(written.text);
  if (occupation === null || key === "" || key.length > 200) return;
  const same = before?.title.occupation?.ref === occupation.ref && before.title.written.text === written.text;
  if (same) return;
  const known = (await tx.language.aliasesBeginning(key, 200)).find(
    (one) => one.key === key && one.reference === occupation.ref,
  );
  await tx.language.putAlias({
    key,
    written: written.text,
    reference: occupation.ref,
    qualifiers: occupation.qualifiers as readonly Qualifier[],
    by,
    at,
    times: (known?.times ?? 0) + 1,
  });
}

/** Aliases that begin as what is typed, most picked first. */
export function aliasesFor(reader: Pick<Reader, "language">, typed: string, limit: number): Promise<OccupationAlias[]> {
  const key = foldText(typed);
  return key.length < 2 ? Promise.resolve([]) : reader.language.aliasesBeginning(key, limit);
}

/** The vocabularies with what staff have taught them: a title everybody gave the same occupation is certain. */
export function withAliases<V extends { matchOccupation(title: string): OccupationMatch | null }>(
  vocabularies: V,
  aliases: readonly OccupationAlias[],
): V {
  const picked = new Map<string, OccupationAlias[]>();
  for (const alias of aliases) picked.set(alias.key, [...(picked.get(alias.key) ?? []), alias]);
  return {
    ...vocabularies,
    matchOccupation: (title: string) => {
      const all = picked.get(foldText(title)) ?? [];
      const [alias] = all;
      if (alias === undefined) return vocabularies.matchOccupation(title);
      return { occupation: alias.reference, qualifiers: alias.qualifiers, certain: all.length === 1 };
    },
  };
}
