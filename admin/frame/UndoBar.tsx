// The bar that offers to take the last destructive step back, for ten seconds. Called by Desk.
import { word } from "../words/words.ts";
import { useShortcuts } from "./shortcut.ts";
import { holdUndo, takeBack, undoable } from "./undo.ts";

export function UndoBar() {
  useShortcuts([{ keys: "ctrl+z", about: "shortcuts.undo", run: () => void takeBack() }]);
  const undo = undoable.value;
  return (
    <div role="status" class="undo-place">
      {undo && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the bar only stays while one is on it; its button acts
        <div
          class="undo-bar"
          onMouseEnter={() => holdUndo(true)}
          onMouseLeave={() => holdUndo(false)}
          onFocusIn={() => holdUndo(true)}
          onFocusOut={() => holdUndo(false)}
        >
          <span>{undo.text}</span>
          <button type="button" onClick={() => void takeBack()}>
            {word("undo.run")}
          </button>
        </div>
      )}
    </div>
  );
}
