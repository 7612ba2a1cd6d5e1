// Submits, approves, returns a translation, or withdraws its approval. [X3] Called by http/translations and the exchange.
// [C2] What holds an error is not approved. [TR3] Approved text enters the memory; a withdrawn approval takes it out again.

import { withoutCandidates } from "../domain/changesOf.ts";
import type { Finding } from "../domain/checkTranslation.ts";
import { blocks, checkTranslation } from "../domain/checkTranslation.ts";
import { CORE_LOCALES, type Locale } from "../domain/locale.ts";
import type { Revision } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Term } from "../domain/term.ts";
import type { Translation, TranslationMove } from "../domain/translation.ts";
import { TRANSLATION_MOVES } from "../domain/translation.ts";
import type { User } from "../domain/user.ts";
import type { Reader } from "../store/store.ts";
import type { Vocabularies } from "../vocabularies/loadVocabularies.ts";
import type { Desk } from "./changePosting.ts";
import type { SegmentKey, Standing } from "./changeTranslation.ts";
import { changeTranslation } from "./changeTranslation.ts";
import { memoryEntryOf } from "./memoryEntryOf.ts";

export interface TranslationDesk extends Desk {
  readonly vocabularies: Pick<Vocabularies, "language" | "lawTerms" | "lexicon">;
}

/** `text`: what the translator sees, saved with the move; absent: as it stands. `reason`: logged with it. Refuses wrongState, translationErrors, notAllowed. */
export async function moveTranslation(
  desk: TranslationDesk,
  user: User,
  key: SegmentKey,
  expected: Revision,
  move: TranslationMove,
  text?: string,
  reason = "",
): Promise<Translation> {
  const moved = await changeTranslation(desk, user, key, expected, async (before, standing, tx, now) => {
    const said = text ?? before?.text ?? "";
    const state = before === null || (before.state !== "approved" && said !== before.text) ? "draft" : before.state;
    const { from, to } = TRANSLATION_MOVES[move];
    if (said === "" || !from.includes(state)) throw new Refusal("wrongState", { problem: "translationState" });
    const own = before !== null && before.text === said ? before : null;
    const author = own?.author ?? user.login;
    if (move === "approve") {
      if (desk.mirror.policy.fourEyes && author === user.login)
        throw new Refusal("notAllowed", { problem: "fourEyes", action: "translate" });
      await refuseErrors(desk, tx, key, said, standing);
    }
    const reviewer = move === "approve" ? user.login : null;
    const translation: Translation = { ...key, text: said, state: to, author, reviewer, at: now, revision: 0 };
    const { code, segment } = key;
    // Whatever was learnt from this place before is no longer true, whichever way it moves.
    await tx.language.removeUse({ code, segment }, key.locale);
    if (move === "approve")
      await tx.language.putMemory(memoryEntryOf(desk.vocabularies, translation, standing, user.login), {
        code,
        segment,
      });
    return {
      translation,
      verb: "translation.moved",
      facts: reason === "" ? { move } : { move, reason: withoutCandidates(reason) },
    };
  });
  return moved as Translation;
}

/** Terms that hold for what an owner writes: its own, the network's, the law's. */
export async function termsFor(
  reader: Pick<Reader, "language">,
  vocabularies: Pick<Vocabularies, "lawTerms">,
  owner: string,
): Promise<Term[]> {
  const set = (await reader.language.terms()).filter((term) => term.owner === "*" || term.owner === owner);
  return [...vocabularies.lawTerms, ...set];
}

async function refuseErrors(
  desk: TranslationDesk,
  tx: Pick<Reader, "language">,
  key: SegmentKey,
  target: string,
  standing: Standing,
): Promise<void> {
  const terms = await termsFor(tx, desk.vocabularies, standing.owner.id);
  const findings = findingsFor(desk.vocabularies, key.source, target, sourceLocaleOf(standing), key.locale, terms);
  if (!blocks(findings)) return;
  const errors = findings.filter(({ severity }) => severity === "error");
  throw new Refusal("translationErrors", { errors: errors.map(({ code }) => code), count: errors.length });
}

export function findingsFor(
  vocabularies: Pick<Vocabularies, "language">,
  source: string,
  target: string,
  from: Locale,
  to: Locale,
  terms: readonly Term[],
): Finding[] {
  const languages = [...new Set([...CORE_LOCALES, from, to])].map((locale) => vocabularies.language(locale));
  return checkTranslation({
    source,
    target,
    from: vocabularies.language(from),
    to: vocabularies.language(to),
    terms,
    languages,
  });
}

export function sourceLocaleOf({ posting }: Pick<Standing, "posting">): Locale {
  return (posting.working ?? posting.published?.content)?.sourceLocale ?? "it";
}
