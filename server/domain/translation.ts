// A translation: one segment of a posting in one locale, made from one wording of its source.
// [X1] A translation keeps its own state; it is stale when its segment's words are no longer those it was made from.
// [X2] What the public sees is decided here once, for screen, page and paper: current text, or by setting an earlier one with its date,
// or nothing (the source then stands, marked as such).
// [X3] A state moves only as TRANSLATION_MOVES says. [X4] Nothing but a person's approval replaces an approved text.
// Used by services, presenters and the translators' desk.
import type { Content } from "./content.ts";
import type { Locale } from "./locale.ts";
import type { PhrasesOf } from "./phrase.ts";
import type { Revision } from "./posting.ts";
import { segmentsOf } from "./segmentsOf.ts";
import type { Instant } from "./time.ts";

export const TRANSLATION_STATES = ["missing", "machine", "draft", "review", "approved"] as const;
export type TranslationState = (typeof TRANSLATION_STATES)[number];

/** Keyed by (posting, segment, locale, source): a working copy's new sentence never takes away the public one's translation. */
export interface Translation {
  readonly code: string;
  readonly segment: string;
  readonly locale: Locale;
  /** The source words it was made from. */
  readonly source: string;
  readonly text: string;
  readonly state: Exclude<TranslationState, "missing">;
  /** Login of the person, or the provider's name for machine text. */
  readonly author: string;
  readonly reviewer: string | null;
  readonly at: Instant;
  /** Of the store when it was last written: what concurrent saves are compared by. Set by the store. */
  readonly revision: Revision;
}

export type TranslationMove = "submit" | "approve" | "return" | "withdraw";

/** What each move leads to and from which states it may start. `approve` takes a person's responsibility, for machine text too. [X3] */
export const TRANSLATION_MOVES: Readonly<
  Record<TranslationMove, { readonly from: readonly TranslationState[]; readonly to: Translation["state"] }>
> = {
  submit: { from: ["draft", "machine"], to: "review" },
  approve: { from: ["machine", "draft", "review"], to: "approved" },
  return: { from: ["review"], to: "draft" },
  withdraw: { from: ["approved"], to: "review" },
};

/** How a locale shows one segment. `machine` text carries its label wherever it is shown. */
export interface ShownText {
  readonly text: string;
  readonly machine: boolean;
  /** Of an approved translation of earlier words: when it was made. Shown only with this date beside it. */
  readonly earlier?: Instant;
}

/** What may be shown: approved always; machine text and earlier text only where the network's setting allows it, labelled. Drafts never. */
export interface TranslationPolicy {
  readonly showMachine: boolean;
  readonly showStale: boolean;
  /** Whoever wrote a text may not approve it. */
  readonly fourEyes: boolean;
}

export const DEFAULT_POLICY: TranslationPolicy = { showMachine: true, showStale: false, fourEyes: false };

/** Translations of a content that may be shown now, by locale and segment id. [X1][X2] */
export function shownTranslations(
  content: Content,
  translations: readonly Translation[],
  policy: Pick<TranslationPolicy, "showMachine"> & Partial<TranslationPolicy>,
): Record<Locale, Record<string, ShownText>> {
  const shown: Record<Locale, Record<string, ShownText>> = {};
  const source = new Map(segmentsOf(content).map((segment) => [segment.id, segment.text]));
  for (const translation of translations) {
    if (source.get(translation.segment) !== translation.source) {
      if (policy.showStale === true && source.has(translation.segment)) showEarlier(shown, translation);
      continue;
    }
    if (translation.text === "") continue;
    const machine = translation.state === "machine";
    if (translation.state !== "approved" && !(machine && policy.showMachine)) continue;
    const locale = shown[translation.locale] ?? {};
    shown[translation.locale] = locale;
    const before = locale[translation.segment];
    if (before === undefined || before.machine || before.earlier !== undefined)
      locale[translation.segment] = { text: translation.text, machine };
  }
  return shown;
}

/** Only approved words, the newest, and only where nothing current stands. [X2] */
function showEarlier(
  shown: Record<Locale, Record<string, ShownText>>,
  { locale: id, segment, text, state, at }: Translation,
): void {
  if (state !== "approved") return;
  const locale = shown[id] ?? {};
  shown[id] = locale;
  const before = locale[segment];
  if (before !== undefined && (before.earlier ?? Number.POSITIVE_INFINITY) > at) return;
  locale[segment] = { text, machine: false, earlier: at };
}

/** The four small marks of a list: how a posting stands in a locale. */
export type LocaleMark = "approved" | "machine" | "stale" | "missing";

/** The worst of all segments: missing before stale before machine (or draft, in review) before approved. */
export function localeMark(
  content: Content,
  translations: readonly Translation[],
  locale: Locale,
  phrasesOf: PhrasesOf,
): LocaleMark {
  if (locale === content.sourceLocale) return "approved";
  let mark: LocaleMark = "approved";
  const phrases = phrasesOf(content);
  const worse = (candidate: LocaleMark) => {
    const order: LocaleMark[] = ["approved", "machine", "stale", "missing"];
    if (order.indexOf(candidate) > order.indexOf(mark)) mark = candidate;
  };
  for (const segment of segmentsOf(content)) {
    const isTitle = segment.id === content.title.written.id;
    const mine = translations.filter((one) => one.segment === segment.id && one.locale === locale && one.text !== "");
    const current = mine.filter((one) => one.source === segment.text);
    if (current.some((one) => one.state === "approved")) continue;
    // A title whose occupation is known stands in every language without anyone's words.
    if ((isTitle && content.title.occupation !== null) || phrases[segment.id] !== undefined) continue;
    if (current.length > 0) worse("machine");
    else worse(mine.length > 0 ? "stale" : "missing");
  }
  return mark;
}
