// Applications begin later: how long that is, counted by the server's clock where scripts run; the day itself stands among the first facts.
// Called by Apply.
import type { Moment } from "../../server/domain/time.ts";
import { startOf } from "../../server/domain/time.ts";
import type { Words } from "../parts/words.ts";

export function NotYetOpen({ opens, words }: { opens: Moment; words: Words }) {
  return (
    <p>
      <b>{words.t("page:live.notYet")}</b>{" "}
      <span hidden data-opens={startOf(opens)} aria-hidden="true">
        {words.t("page:live.left")} <b class="left" data-left="" />
      </span>
    </p>
  );
}
