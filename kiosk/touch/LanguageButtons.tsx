// The languages, each by its own name: one tap. Called by the bar of a visit and the bar under the rotation.
import type { Locale } from "../../server/domain/locale.ts";
import type { WordsOf } from "../../templates/parts/words.ts";

interface LanguageButtonsProps {
  readonly wordsOf: WordsOf;
  readonly locales: readonly Locale[];
  readonly current: Locale | null;
  readonly onChoose: (locale: Locale) => void;
}

export function LanguageButtons({ wordsOf, locales, current, onChoose }: LanguageButtonsProps) {
  return (
    <>
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          class="touch-button touch-language"
          lang={locale}
          {...(current === null ? {} : { "aria-pressed": locale === current })}
          onClick={() => onChoose(locale)}
        >
          {wordsOf(locale).locale.name}
        </button>
      ))}
    </>
  );
}
