// An urgent notice over the whole glass, in the display's languages; a language without words shows the Italian ones, marked as Italian.
// Called by faceOf.

import type { Theme } from "../server/domain/display.ts";
import { type Locale, SOURCE_LOCALE } from "../server/domain/locale.ts";
import type { PublicUrgent } from "../server/domain/urgent.ts";
import type { WordsOf } from "../templates/parts/words.ts";

interface UrgentCardProps {
  readonly urgent: PublicUrgent;
  readonly wordsOf: WordsOf;
  readonly locales: readonly Locale[];
  readonly office: string;
  readonly theme: Theme;
}

export function UrgentCard({ urgent, wordsOf, locales, office, theme }: UrgentCardProps) {
  const written = locales.filter((locale) => urgent.texts[locale] !== undefined);
  // The source words once, however many languages lack their own.
  const shown =
    written.includes(SOURCE_LOCALE) || written.length === locales.length ? written : [SOURCE_LOCALE, ...written];
  const longest = Math.max(...shown.map((locale) => (urgent.texts[locale] ?? "").length));
  const size = longest * shown.length > 440 ? "small" : longest * shown.length > 140 ? "middle" : "large";
  return (
    <article class={`urgent scaled urgent-${size}`} data-theme={theme} aria-live="assertive">
      <div class="urgent-words">
        {shown.map((locale, index) => (
          <section key={locale} lang={locale}>
            <p class="urgent-label">
              {wordsOf(locale).t("kiosk:urgent")}
              {shown.length > 1 && ` · ${wordsOf(locale).locale.name}`}
            </p>
            {index === 0 ? (
              <h1 class="urgent-text">{urgent.texts[locale]}</h1>
            ) : (
              <p class="urgent-text">{urgent.texts[locale]}</p>
            )}
          </section>
        ))}
      </div>
      <p class="urgent-office">{office}</p>
    </article>
  );
}
