// The display at rest: dark, the office's name, and when it opens, in each language. Called by the display and the contact sheet.

import { daysBetween, romeDay } from "../../server/domain/time.ts";
import type { StillProps } from "./EmptyBoard.tsx";
import { OfficeHead } from "./EmptyBoard.tsx";
import { formatsOf } from "./formats.ts";
import { nextOpening } from "./nextOpening.ts";
import type { Words } from "./words.ts";

export function NightCard({ office, words, now, layout }: Omit<StillProps, "theme">) {
  const next = nextOpening(office, now);
  const opens = ({ t, locale }: Words): string | null => {
    if (next === null) return null;
    const ahead = daysBetween(romeDay(now), next.day);
    const day =
      ahead === 0
        ? t("facts:day.today")
        : ahead === 1
          ? t("facts:day.tomorrow")
          : formatsOf(locale).day(next.day, { weekday: true });
    return next.time === null ? t("card:night.opensDay", { day }) : t("card:night.opens", { day, time: next.time });
  };
  return (
    <article
      class={`still still-night scaled still-${layout}`}
      data-theme="dark"
      {...(words[0] === undefined ? {} : { lang: words[0].locale.id })}
    >
      <OfficeHead office={office} words={words[0]} />
      <div class="still-lines">
        {words.map((mine) => (
          <section key={mine.locale.id} lang={mine.locale.id} dir={mine.locale.dir}>
            <p class="still-label">{mine.t("card:night.title")}</p>
            {opens(mine) !== null && <p class="still-opens tabular">{opens(mine)}</p>}
          </section>
        ))}
      </div>
    </article>
  );
}
