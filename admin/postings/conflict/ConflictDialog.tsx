// Two people changed the same posting: both texts side by side, chosen piece by piece or whole. Called by PostingPage.
import { useSignal } from "@preact/signals";
import { currentContent } from "../../api.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { dayAndHour } from "../../words/formats.ts";
import { word } from "../../words/words.ts";
import type { Conflict } from "../editor.ts";
import { useEditor } from "../fields/EditorContext.ts";
import type { PartName } from "./parts.ts";
import { differences, merge, partOf } from "./parts.ts";
import { partText } from "./partText.ts";

const SIDES = ["mine", "theirs"] as const;

export function ConflictDialog({ conflict }: { readonly conflict: Conflict }) {
  const editor = useEditor();
  const mine = editor.content.value;
  const theirs = currentContent(conflict.theirs);
  const found = differences(conflict.base, mine, theirs);
  const chosen = useSignal<Partial<Record<PartName, (typeof SIDES)[number]>>>({});
  // What only one of us touched is taken from that one; where both did, mine stands first and is said to be contested.
  const sideOf = (part: PartName, changedBy: string) =>
    chosen.value[part] ?? (changedBy === "them" ? "theirs" : "mine");
  const settle = () => {
    const fromMine = found.filter(({ part, changedBy }) => sideOf(part, changedBy) === "mine").map(({ part }) => part);
    editor.settle(merge(theirs, mine, new Set(fromMine)));
  };
  const who = conflict.by ?? word("conflict.somebody");
  return (
    <Dialog title={word("conflict.title")} wide onClose={() => undefined}>
      <p>
        {conflict.at === null
          ? word("conflict.about", { who })
          : word("conflict.aboutAt", { who, when: dayAndHour(conflict.at) })}
      </p>
      <div class="conflict-table">
        {found.map(({ part, changedBy }) => (
          <fieldset key={part} class="conflict">
            <legend>
              {word(`part.${part.replace(".", "_")}`)}
              {changedBy === "both" && <span class="state edited">{word("conflict.both")}</span>}
            </legend>
            {SIDES.map((side) => (
              <label key={side} class="conflict-side">
                <input
                  type="radio"
                  name={`conflict-${part}`}
                  checked={sideOf(part, changedBy) === side}
                  onChange={() => (chosen.value = { ...chosen.value, [part]: side })}
                />
                <span>
                  <b>{side === "mine" ? word("conflict.mine") : word("conflict.theirs", { who })}</b>
                  <span class="conflict-text">{partText(part, partOf(side === "mine" ? mine : theirs, part))}</span>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <div class="dialog-buttons">
        <button type="button" class="primary" onClick={settle}>
          {word("conflict.settle")}
        </button>
        <button type="button" onClick={() => editor.settle(mine)}>
          {word("conflict.allMine")}
        </button>
        <button type="button" onClick={() => editor.settle(theirs)}>
          {word("conflict.allTheirs")}
        </button>
      </div>
    </Dialog>
  );
}
