// What a display shows when there is nothing to show: the office, when it opens, how to reach it and what one can ask there,
// in all languages side by side. Called by the display and the contact sheet; needs tokens.css, card.css and stillCards.css.

import type { Theme } from "../../server/domain/display.ts";
import type { Office } from "../../server/domain/owner.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { CardLayout } from "./cardScale.ts";
import { DemonstrationMark } from "./DemonstrationMark.tsx";
import { formatsOf } from "./formats.ts";
import { freshness } from "./noticeWords.ts";
import { openingLines } from "./openingLines.ts";
import type { Words } from "./words.ts";

export interface StillProps {
  readonly office: Office;
  /** The display's languages, in their order. */
  readonly words: readonly Words[];
  readonly now: Instant;
  readonly layout: CardLayout;
  readonly theme?: Theme;
}

const ASKS = ["work", "courses", "papers", "targeted"] as const;

interface EmptyBoardProps extends StillProps {
  /** When the server was last heard; null: not said. */
  readonly confirmedAt: Instant | null;
  /** There may well be postings; this display cannot say which are still right. */
  readonly unsure?: boolean;
}

export function EmptyBoard({
  office,
  words,
  now,
  confirmedAt,
  unsure = false,
  layout,
  theme = "light",
}: EmptyBoardProps) {
  const first = words[0];
  const fresh = (mine: Words) => (confirmedAt === null ? null : freshness(confirmedAt, now, mine));
  return (
    <article
      class={`still scaled still-${layout}`}
      data-theme={theme}
      {...(first === undefined ? {} : { lang: first.locale.id })}
    >
      <OfficeHead office={office} words={first} />
      <div class="still-columns">
        {words.map((mine) => (
          <section key={mine.locale.id} class="still-column" lang={mine.locale.id} dir={mine.locale.dir}>
            <p class="still-language">{mine.locale.name}</p>
            <h2 class="still-title">{mine.t(unsure ? "card:empty.unsure" : "card:empty.title")}</h2>
            {fresh(mine)?.late && <p class="still-late">{fresh(mine)?.words}</p>}
            <p class="still-label">{mine.t("card:hours")}</p>
            <Hours office={office} words={mine} />
            <p class="still-label">{mine.t("card:empty.ask")}</p>
            <ul class="still-asks">
              {ASKS.map((ask) => (
                <li key={ask}>{mine.t(`card:empty.asks.${ask}`)}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {first !== undefined && <footer class="still-foot tabular">{formatsOf(first.locale).time(now)}</footer>}
    </article>
  );
}

/** Name, address and telephone: the same in every language, so said once. */
export function OfficeHead({ office, words }: { readonly office: Office; readonly words: Words | undefined }) {
  const where = [office.address, office.municipality].filter((part) => part !== null).join(", ");
  return (
    <header class="still-head">
      <h1 class="still-office">{office.name}</h1>
      <p class="still-contact tabular">
        <span>{where}</span>
        {office.phones.slice(0, 2).map((phone) => (
          <span key={phone}>{phone}</span>
        ))}
      </p>
      {office.demonstration && words !== undefined && <DemonstrationMark words={words} />}
    </header>
  );
}

export function Hours({ office, words }: { readonly office: Office; readonly words: Words }) {
  const lines = openingLines(office, words);
  if (lines.length === 0) return <p class="still-hours not-stated">{words.t("card:notStatedHours")}</p>;
  return (
    <ul class="still-hours tabular">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
