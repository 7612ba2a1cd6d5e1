// How far a long work is, with its way out. Called beside the button that began it.
import { numberText } from "../words/formats.ts";
import { word } from "../words/words.ts";
import type { LongWork } from "./longWork.ts";

export function WorkProgress({ work, name }: { readonly work: LongWork; readonly name: string }) {
  const now = work.progress.value;
  if (now === null) return null;
  const known = now.total > 0;
  return (
    <div class="work-progress">
      <progress aria-label={name} {...(known ? { max: now.total, value: now.done } : {})} />
      <p>
        <span class="tabular">
          {known
            ? word("work.progress", { done: numberText(now.done), total: numberText(now.total) })
            : word("work.begins")}
        </span>{" "}
        · {word("work.goesOn")}
      </p>
      <button type="button" aria-disabled={now.stopping} onClick={() => !now.stopping && work.stop()}>
        {word(now.stopping ? "work.stopping" : "work.stop")}
      </button>
    </div>
  );
}
