// A posting as it is spoken: the same facts as on its page, in its order, as sentences; each piece in the language it is really in.
// Called by services/speakPosting. Days stand in full ("today" would be wrong tomorrow, and the sound is kept).
import type { Locale } from "../../server/domain/locale.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { SpokenPiece } from "../../server/domain/speech.ts";
import { pageFacts } from "../parts/factsOf.ts";
import type { Line } from "../parts/line.ts";
import { lineOf, plain, titleOf } from "../parts/line.ts";
import { markWords, reservedLine } from "../parts/noticeWords.ts";
import type { WordsOf } from "../parts/words.ts";
import { spokenText } from "./spokenText.ts";

export function spokenPosting(
  posting: PublicPosting,
  locale: Locale,
  wordsOf: WordsOf,
  publicUrl: string,
): SpokenPiece[] {
  const words = wordsOf(locale);
  const { content } = posting;
  const say = (text: string) => plain(text, words.locale.id);
  const quote = (segment: { readonly id: string; readonly text: string }) => lineOf(posting, segment, locale);
  const reserved = reservedLine(posting, words);
  const { apply } = content;
  const sentences: (readonly Line[])[] = [
    [say(words.t(`vocabulary:section.${content.section}`))],
    ...(posting.demonstration ? [[say(words.t("card:demonstration"))]] : []),
    [titleOf(posting, locale)],
    ...(reserved === null ? [] : [[say(reserved.whom)], [say(reserved.article)]]),
    ...pageFacts(posting, words, null)
      .filter(({ id }) => id !== "reserved")
      .map((fact) => [say(`${fact.label}:`), ...fact.lines]),
    ...[...content.summary, ...content.duties].map((segment) => [quote(segment)]),
    ...(posting.state === "suspended" ? [[say(words.t("page:suspended"))]] : []),
    ...(apply?.phone == null ? [] : [[say(words.t("speech:phone", { number: digits(apply.phone) }))]]),
    ...(apply?.inPerson == null ? [] : [[quote(apply.inPerson)]]),
    ...(apply?.note == null ? [] : [[quote(apply.note)]]),
    [say(words.t("speech:take", { host: publicUrl.replace(/^https?:\/\//, ""), code: letters(posting.code) }))],
  ];
  return joined(sentences.flatMap((lines) => spokenLines(lines, wordsOf, locale)));
}

/** What must be said of a text is said before it: a listener cannot look. */
function spokenLines(lines: readonly Line[], wordsOf: WordsOf, locale: Locale): SpokenPiece[] {
  return lines.flatMap((line, at) => {
    const mark = markWords(line, wordsOf(locale));
    const own: SpokenPiece = { lang: line.lang, text: spokenText(ended(line.text, at, lines), wordsOf(line.lang)) };
    return mark === null ? [own] : [{ lang: locale, text: `${mark}:` }, own];
  });
}

function ended(text: string, at: number, lines: readonly Line[]): string {
  if (/[.!?:;…]$/.test(text)) return text;
  return at < lines.length - 1 ? `${text},` : `${text}.`;
}

/** One voice speaks on as long as the language is the same. */
function joined(pieces: readonly SpokenPiece[]): SpokenPiece[] {
  const all: SpokenPiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.lang === piece.lang) all[all.length - 1] = { ...last, text: `${last.text}\n${piece.text}` };
    else all.push(piece);
  }
  return all;
}

const letters = (code: string) => [...code].join(", ");
/** In pairs, as people write them down. */
const digits = (phone: string) =>
  phone.replace(/\d[\d\s/.-]*\d/g, (number) => (number.replace(/\D/g, "").match(/\d{1,2}/g) ?? []).join(", "));
