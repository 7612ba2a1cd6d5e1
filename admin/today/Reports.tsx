// What readers reported and nobody has settled, in their own words. Called by TodayPage; nothing is shown where there is none.
import type { TodayAnswer } from "../../server/domain/todayContract.ts";
import { offerUndo } from "../frame/undo.ts";
import { allowed } from "../session/session.ts";
import { dayAndHour, numberText } from "../words/formats.ts";
import { deskWord } from "../words/words.ts";
import type { Attempt } from "./TodayPage.tsx";
import { todayApi } from "./todayApi.ts";

export function Reports({ today: { reports }, attempt }: { readonly today: TodayAnswer; readonly attempt: Attempt }) {
  if (reports.length === 0) return null;
  const settle = (number: string) =>
    attempt(async () => {
      await todayApi.settleReport(number, false);
      offerUndo(deskWord("today.settled"), () => attempt(() => todayApi.settleReport(number, true)));
    });
  return (
    <section aria-labelledby="today-reports">
      <h2 id="today-reports">
        {deskWord("today.reports")} <span class="today-count">{numberText(reports.length)}</span>
      </h2>
      <ul class="today-lines">
        {reports.map(({ number, code, title, locale, message, at, owner }) => (
          <li key={number}>
            <div class="today-posting">
              <p class="today-message" lang={locale}>
                {message}
              </p>
              <p class="quiet">
                {code === null ? (
                  deskWord("today.reportSite")
                ) : (
                  <a href={`/admin/postings/${code}`} lang="it">
                    {title ?? code}
                  </a>
                )}{" "}
                <span>{deskWord("today.reportAbout", { number, when: dayAndHour(at) })}</span>
              </p>
            </div>
            {allowed("write", owner ?? "*") && (
              <button
                type="button"
                aria-label={`${deskWord("today.settle")}: ${deskWord("today.reportAbout", { number, when: dayAndHour(at) })}`}
                onClick={() => void settle(number)}
              >
                {deskWord("today.settle")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
