// The lifecycle as a short line, with where the posting stands and what the public sees now. Called by PostingPage.
import type { PostingAnswer } from "../../../server/domain/httpContract.ts";
import type { State } from "../../../server/domain/posting.ts";
import { dayAndHour, untilDay } from "../../words/formats.ts";
import { label, word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";

export function Stages() {
  const { answer } = useEditor();
  const { state, posting } = answer.value;
  const stages: readonly State[] = ["draft", "scheduled", state === "suspended" ? "suspended" : "open", "closed"];
  const edited = posting.published !== null && posting.working !== null && state !== "closed";
  return (
    <div class="stages">
      <ol aria-label={word("stages.title")}>
        {stages.map((stage) => (
          <li key={stage} class={`stage ${stage}`} aria-current={stage === state ? "step" : undefined}>
            {word(`state.${stage}`)}
          </li>
        ))}
      </ol>
      <p role="status">
        {sentence(answer.value)}{" "}
        {edited && (
          <strong class="edited-note">
            {word("stages.edited", { when: dayAndHour(posting.published.publishedAt) })}
          </strong>
        )}
      </p>
    </div>
  );
}

function sentence({ state, posting }: PostingAnswer): string {
  const { published, closed } = posting;
  if (published === null) return word("stages.draft");
  const until = untilDay(published.until, true);
  switch (state) {
    case "draft":
      return word("stages.draft");
    case "scheduled":
      return word("stages.scheduled", { from: dayAndHour(published.from), until });
    case "open":
      return word(published.untilStated ? "stages.open" : "stages.openDefault", { until });
    case "suspended":
      return word("stages.suspended");
    case "closed":
      return word("stages.closed", {
        reason: label("closedReason", closed?.reason ?? "expired"),
        when: dayAndHour(closed?.at ?? published.until),
      });
  }
}
