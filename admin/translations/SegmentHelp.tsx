// Beside the segment one is at: what the memory knows, what the glossary wants. Called by SheetPage.
import type { RulesAnswer, SuggestionAnswer } from "../../server/domain/httpTranslation.ts";
import { termsIn } from "../../server/domain/term.ts";
import type { SheetLine } from "../../server/domain/translationSheet.ts";
import { translationWord as word } from "../words/words.ts";
import { Difference } from "./Difference.tsx";
import type { SheetEditor } from "./sheetEditor.ts";

interface Props {
  readonly editor: SheetEditor;
  readonly rules: RulesAnswer;
  readonly line: SheetLine | undefined;
  readonly suggestions: readonly SuggestionAnswer[];
  readonly onTake: (n: number) => void;
}

export function SegmentHelp({ editor, rules, line, suggestions, onTake }: Props) {
  const { locale, sourceLocale, mayTranslate } = editor.answer.value;
  if (line === undefined) return null;
  const terms = termsIn(line.source, rules.terms, locale);
  return (
    <aside class="segment-help" aria-label={word("help.title")}>
      <h2>{word("help.memory")}</h2>
      {suggestions.length === 0 && <p class="quiet">{word("help.noMemory")}</p>}
      <ol class="memory-hits">
        {suggestions.slice(0, 3).map((suggestion, n) => (
          <li key={suggestion.id}>
            <p class="quiet">
              {word("help.score", { score: Math.min(100, suggestion.score) })}
              {suggestion.score >= 101 && ` · ${word("help.samePlace")}`}
            </p>
            {suggestion.difference !== null && (
              <p lang={sourceLocale} class="difference">
                <Difference parts={suggestion.difference} />
              </p>
            )}
            <p lang={locale}>{suggestion.target}</p>
            {mayTranslate && line.state !== "approved" && (
              <button type="button" onClick={() => onTake(n)}>
                {word("help.take")} <kbd>Alt</kbd>+<kbd>{n + 1}</kbd>
              </button>
            )}
          </li>
        ))}
      </ol>
      <h2>{word("help.glossary")}</h2>
      {terms.length === 0 && <p class="quiet">{word("help.noTerms")}</p>}
      <dl class="terms">
        {terms.map((term) => (
          <div key={term.id}>
            <dt lang={sourceLocale}>{(term.source[0] ?? "").replaceAll("*", "…")}</dt>
            <dd lang={term.kind === "untranslatable" ? undefined : locale}>
              {term.kind === "untranslatable" ? (
                word("help.untranslatable")
              ) : term.kind === "forbidden" ? (
                <del>{(term.forms[locale] ?? []).join(", ").replaceAll("*", "…")}</del>
              ) : (
                (term.forms[locale] ?? []).join(", ").replaceAll("*", "…")
              )}
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
