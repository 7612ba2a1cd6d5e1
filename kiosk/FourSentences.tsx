// A page that says the same sentence in each language: an office is needed; the notices are on their way.
// Called by main.tsx and Screen. Lists nothing and names nobody.
import type { Locale } from "../server/domain/locale.ts";
import type { WordsOf } from "../templates/parts/words.ts";

interface FourSentencesProps {
  readonly wordsOf: WordsOf;
  readonly locales: readonly Locale[];
  /** Keys of kiosk.json: the sentence, and one below it for who sets the screen up. */
  readonly sentence: "needsOffice" | "waiting";
  readonly how?: "needsOfficeHow";
}

export function FourSentences({ wordsOf, locales, sentence, how }: FourSentencesProps) {
  return (
    <div class="sentences">
      {locales.map((locale) => {
        const { t } = wordsOf(locale);
        return (
          <section key={locale} lang={locale}>
            <p class="sentence">{t(`kiosk:${sentence}`)}</p>
            {how === undefined ? null : <p class="how">{t(`kiosk:${how}`)}</p>}
          </section>
        );
      })}
    </div>
  );
}
