// What waits, as figures that lead to where it is done: drafts, translations, sheets. Called by TodayPage.
import type { TodayAnswer } from "../../server/domain/todayContract.ts";
import { languageName, numberText } from "../words/formats.ts";
import { deskWord } from "../words/words.ts";

export function WorkList({ today }: { readonly today: TodayAnswer }) {
  const { drafts, translations, wall, open, sources } = today;
  const lines = [
    { count: drafts, text: deskWord("today.drafts"), to: "/admin/postings?state=draft" },
    {
      count: translations.postings,
      text: deskWord("today.translations"),
      to: "/admin/translations",
      more: translations.byLocale
        .map(({ locale, postings }) =>
          deskWord("today.translationsIn", { language: languageName(locale), number: numberText(postings) }),
        )
        .join(" · "),
    },
    {
      count: wall.takeDown,
      text: deskWord("today.takeDown"),
      to: "/admin/wall",
      more: wall.overdue > 0 ? deskWord("today.overdue", { count: wall.overdue }) : "",
    },
    { count: wall.reprint, text: deskWord("today.reprint"), to: "/admin/wall" },
    { count: wall.walls ? wall.hang : 0, text: deskWord("today.hang"), to: "/admin/wall" },
    { count: sources, text: deskWord("today.sources"), to: "/admin/import" },
  ].filter(({ count }) => count > 0);
  return (
    <section aria-labelledby="today-work">
      <h2 id="today-work">{deskWord("today.work")}</h2>
      {lines.length === 0 && <p class="quiet">{deskWord("today.calm")}</p>}
      <ul class="today-figures">
        {lines.map(({ count, text, to, more }) => (
          <li key={text}>
            <b>{numberText(count)}</b>
            <span>
              <a href={to}>{text}</a>
              {more !== undefined && more !== "" && <small>{more}</small>}
            </span>
          </li>
        ))}
      </ul>
      {!wall.walls && today.office !== null && (
        <p>
          <a href="/admin/wall">{deskWord("today.noWall")}</a>
        </p>
      )}
      <p class="quiet">{deskWord("today.open", { count: open })}</p>
    </section>
  );
}
