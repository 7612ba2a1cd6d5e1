// One posting in one language for the translators' desk: every segment with its state, and who did what. Called by http/translations.
import type { Code } from "../domain/code.ts";
import type { LogEvent } from "../domain/event.ts";
import type { SheetAnswer, TranslationTrace } from "../domain/httpTranslation.ts";
import type { Locale } from "../domain/locale.ts";
import { ownersAbove } from "../domain/ownersAbove.ts";
import { Refusal } from "../domain/refusal.ts";
import { translationSheet } from "../domain/translationSheet.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { Store } from "../store/store.ts";
import { authorise } from "./changePosting.ts";
import type { Mirror } from "./mirror.ts";

const TRACES = 400;

export async function readTranslationSheet(
  { mirror, store }: { readonly mirror: Mirror; readonly store: Pick<Store, "recentEvents"> },
  user: User,
  code: Code,
  locale: Locale,
): Promise<SheetAnswer> {
  const entry = mirror.entry(code);
  const content = entry?.posting.working ?? entry?.posting.published?.content;
  if (entry === undefined || content === undefined) throw new Refusal("unknownCode", { code });
  const owner = mirror.owners.get(entry.posting.owner);
  if (owner === undefined) throw new Refusal("notFound", { what: "owner", id: entry.posting.owner });
  authorise(user, "read", owner);
  const within = ownersAbove(owner);
  const sections = [entry.posting.published?.content.section, entry.posting.working?.section].filter(
    (one) => one !== undefined,
  );
  const events = await store.recentEvents(TRACES, code);
  return {
    code,
    locale,
    sourceLocale: content.sourceLocale,
    owner: owner.id,
    lines: translationSheet(entry.posting, entry.translations, locale, mirror.phrasesOf),
    traces: events.filter(({ facts }) => facts.locale === locale).flatMap(traceOf),
    newest: newestOf(mirror, code, locale),
    mayTranslate: sections.every((section) => may(user, "translate", owner.id, within, section)),
  };
}

/** The highest revision of any translation here; what a desk compares to know that somebody else has written. */
export function newestOf(mirror: Mirror, code: Code, locale: Locale): number {
  const mine = mirror.entry(code)?.translations.filter((one) => one.locale === locale) ?? [];
  return Math.max(mirror.entry(code)?.posting.revision ?? 0, ...mine.map(({ revision }) => revision));
}

function traceOf({ at, actor, verb, facts }: LogEvent): TranslationTrace[] {
  if (verb !== "translation.written" && verb !== "translation.moved") return [];
  const text = (name: string) => (typeof facts[name] === "string" ? (facts[name] as string) : "");
  const by = text("by");
  const move = verb === "translation.moved" ? text("move") : by === "memory" || by === "exchange" ? by : "write";
  return [
    {
      at,
      actor,
      segment: text("segment"),
      move: move as TranslationTrace["move"],
      from: text("from"),
      to: text("to"),
      reason: text("reason"),
    },
  ];
}
