// The languages of a posting as tabs, each with the mark of how it stands there. Arrow keys move between them. Called by Previews.
import type { Content } from "../../server/domain/content.ts";
import type { PostingAnswer } from "../../server/domain/httpContract.ts";
import type { Locale } from "../../server/domain/locale.ts";
import type { Translation } from "../../server/domain/translation.ts";
import { localeMark } from "../../server/domain/translation.ts";
import { interfaceLocales, word } from "../words/words.ts";
import { MarkSign } from "./LanguageMarks.tsx";

interface Props {
  readonly content: Content;
  readonly translations: readonly Translation[];
  readonly phrases: PostingAnswer["phrases"];
  readonly chosen: Locale;
  /** Id of what the tabs control. */
  readonly panel: string;
  readonly onChoose: (locale: Locale) => void;
}

export function LocaleTabs({ content, translations, phrases, chosen, panel, onChoose }: Props) {
  const ids = interfaceLocales.map(({ id }) => id);
  const press = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = ids[(ids.indexOf(chosen) + step + ids.length) % ids.length] as Locale;
    onChoose(next);
    document.getElementById(`${panel}-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={word("preview.languages")} onKeyDown={press}>
      {interfaceLocales.map(({ id, name }) => {
        const mark = localeMark(content, translations, id, () => phrases);
        return (
          <button
            key={id}
            id={`${panel}-${id}`}
            type="button"
            role="tab"
            aria-selected={id === chosen}
            aria-controls={panel}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            <span lang={id}>{name}</span>
            <span class={`mark ${mark}`} title={word(`marks.${mark}`)}>
              <MarkSign mark={mark} />
              <span class="unseen">{word(`marks.${mark}`)}</span>
            </span>
          </button>
        );
      })}
    </div>
  );
}
