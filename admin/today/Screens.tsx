// Which screens do not show what they should, or that all do. Called by TodayPage.
import type { TodayAnswer } from "../../server/domain/todayContract.ts";
import { dayAndHour } from "../words/formats.ts";
import { deskWord } from "../words/words.ts";

export function Screens({ today: { screens } }: { readonly today: TodayAnswer }) {
  const { all, troubled } = screens;
  return (
    <section aria-labelledby="today-screens">
      <h2 id="today-screens">{deskWord("today.screens")}</h2>
      {troubled.length === 0 ? (
        <p class="quiet">{all === 0 ? deskWord("today.screensNone") : deskWord("today.screensFine", { count: all })}</p>
      ) : (
        <ul class="today-plain">
          {troubled.map(({ id, name, office, state, since }) => (
            <li key={id}>
              <a href="/admin/displays">{name}</a> <b class="today-late">{deskWord(`today.screenState.${state}`)}</b>
              <small>
                {office} ·{" "}
                {since === null
                  ? deskWord("today.screenNever")
                  : deskWord("today.screenSince", { when: dayAndHour(since) })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
