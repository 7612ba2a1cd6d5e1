// The four small marks of a posting's languages: shape and letter say the state, colour only repeats it (LOOK.md, "The desk").
import type { Locale, PerLocale } from "../../server/domain/locale.ts";
import type { LocaleMark } from "../../server/domain/translation.ts";
import { languageName } from "../words/formats.ts";
import { interfaceLocales, spokenLocale, word } from "../words/words.ts";

// Full disc, half disc, hourglass of an old text, empty ring.
const SIGNS: Readonly<Record<LocaleMark, string>> = {
  approved: "M6 .5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z",
  machine: "M6 .5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zm0 1.5v8a4 4 0 0 0 0-8z",
  stale: "M1 .5h10L7.2 6 11 11.5H1L4.8 6z",
  missing: "M6 .5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zm0 1.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
};

const said = new Map<string, string>();

/** Two hundred of them in a list, sixteen different: a sentence with words in it costs the dictionary more than all else of a line. */
function sentenceOf(locale: Locale, mark: LocaleMark): string {
  const key = `${spokenLocale().id} ${locale} ${mark}`;
  const before = said.get(key);
  if (before !== undefined) return before;
  const fresh = word("marks.says", { language: languageName(locale), state: word(`marks.${mark}`) });
  said.set(key, fresh);
  return fresh;
}

export function LanguageMarks({ marks }: { readonly marks: PerLocale<LocaleMark> }) {
  return (
    <span class="marks">
      {interfaceLocales.map(({ id }) => {
        const mark = marks[id] ?? "missing";
        const says = sentenceOf(id, mark);
        return (
          <span key={id} class={`mark ${mark}`} title={says}>
            <MarkSign mark={mark} />
            <span aria-hidden="true">{id}</span>
            <span class="unseen">{says}. </span>
          </span>
        );
      })}
    </span>
  );
}

export function MarkSign({ mark }: { readonly mark: LocaleMark }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path fill="currentColor" fill-rule="evenodd" d={SIGNS[mark]} />
    </svg>
  );
}
