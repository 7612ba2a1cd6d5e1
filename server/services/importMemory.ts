// Takes a memory of another tool into ours, sentence by sentence. Called by http/exchange.
// [TR3] Only what people approved enters: staff say so of the file, and what the file itself calls machine translation is refused all the same.
// [C2] A sentence that our checks would not let anyone approve is refused. What entered is an imported entry: it stays though no posting uses it.
import { blocks } from "../domain/checkTranslation.ts";
import type { ExchangeAnswer, ExchangeRefusal } from "../domain/httpTranslation.ts";
import type { Locale } from "../domain/locale.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import type { MemoryEntry } from "../domain/memory.ts";
import { Refusal } from "../domain/refusal.ts";
import { skeletonOf } from "../domain/skeleton.ts";
import type { Term } from "../domain/term.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { ForeignPair } from "../exchange/foreignTmx.ts";
import { readForeignTmx } from "../exchange/foreignTmx.ts";
import { memoryId } from "./memoryEntryOf.ts";
import type { TranslationDesk } from "./moveTranslation.ts";
import { findingsFor, termsFor } from "./moveTranslation.ts";
import type { Work } from "./works.ts";
import { UNWATCHED } from "./works.ts";

/** Pairs one file may hold, and how many are written at a time. */
const PAIRS = 20_000;
const AT_ONCE = 200;
/** Characters: no segment of a posting is longer. */
const LONGEST_SEGMENT = 2000;

/** Refuses notAllowed (the memory is the network's), exchangeUnreadable, tooLarge. */
export async function importMemory(
  desk: TranslationDesk,
  user: User,
  file: string,
  human: boolean,
  locales: readonly Locale[],
  work: Work = UNWATCHED,
): Promise<ExchangeAnswer> {
  if (!may(user, "translate", "*")) throw new Refusal("notAllowed", { action: "translate", on: "*" });
  const pairs = readForeignTmx(file, SOURCE_LOCALE);
  if (pairs.length > PAIRS) throw new Refusal("tooLarge", { limit: String(PAIRS) });
  const terms = await termsFor(desk.store, desk.vocabularies, "*");
  const refused: { unit: string; why: ExchangeRefusal; about: string }[] = [];
  let [taken, unchanged, start] = [0, 0, 0];
  // What was taken stays; others are served between the pieces.
  for (; start < pairs.length && (await work.goesOn(start, pairs.length)); start += AT_ONCE) {
    const good: MemoryEntry[] = [];
    for (const pair of pairs.slice(start, start + AT_ONCE)) {
      const why = !human ? "notHuman" : whyNot(desk, pair, locales, terms);
      if (why === null) good.push(entryOf(desk, user, pair));
      else refused.push({ unit: pair.id, why, about: pair.source.slice(0, 80) });
    }
    await desk.store.write(user.login, desk.clock.now(), async (tx) => {
      for (const entry of good) {
        if ((await tx.language.memoryEntry(entry.id)) !== null) unchanged += 1;
        else {
          await tx.language.putMemory(entry, null);
          taken += 1;
        }
      }
    });
  }
  await desk.store.write(user.login, desk.clock.now(), (tx) =>
    tx.record("exchange.read", "memory", { taken, unchanged, refused: refused.length }),
  );
  return { taken, unchanged, refused, left: Math.max(0, pairs.length - start) };
}

function whyNot(
  { vocabularies }: TranslationDesk,
  { from, to, source, target, machine }: ForeignPair,
  locales: readonly Locale[],
  terms: readonly Term[],
): ExchangeRefusal | null {
  if (machine) return "machineText";
  if (!locales.includes(from) || !locales.includes(to) || from === to) return "wrongLanguage";
  if (source === "" || source.length > LONGEST_SEGMENT) return "errors";
  const findings = findingsFor(vocabularies, source, target, from, to, terms);
  if (findings.some(({ code }) => code === "wrongLanguage")) return "wrongLanguage";
  return blocks(findings) ? "errors" : null;
}

function entryOf({ vocabularies, clock }: TranslationDesk, { login }: User, pair: ForeignPair): MemoryEntry {
  const { from, to, source, target } = pair;
  return {
    id: memoryId(from, to, source, target),
    from,
    to,
    source,
    target,
    skeleton: skeletonOf(source, vocabularies.language(from), vocabularies.lexicon),
    field: "",
    before: null,
    after: null,
    author: login,
    reviewer: login,
    at: clock.now(),
    imported: true,
  };
}
