// Applications begin later: when, and how long that is, counted by the server's clock where scripts run. Called by Apply.
import type { Moment } from "../../server/domain/time.ts";
import { startOf } from "../../server/domain/time.ts";
import { formatsOf } from "../parts/formats.ts";
import type { Words } from "../parts/words.ts";

export function NotYetOpen({ opens, words }: { opens: Moment; words: Words }) {
  const day = formatsOf(words.locale).day(opens.day, { year: true, weekday: true });
  const moment = opens.time === null ? day : words.t("facts:when.dayAt", { day, time: opens.time });
  return (
    <div class="note is-strong">
      <p>{words.t("page:live.notYet", { moment })}</p>
      <p hidden data-opens={startOf(opens)} aria-hidden="true">
        {words.t("page:live.left")} <b class="left" data-left="" />
      </p>
    </div>
  );
}
