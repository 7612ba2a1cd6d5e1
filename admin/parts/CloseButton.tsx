// The one way out of a dialog that only shows something. Called at the foot of such dialogs.
import type { ComponentChildren } from "preact";
import { word } from "../words/words.ts";

interface Props {
  readonly onClose: () => void;
  /** Buttons before it. */
  readonly children?: ComponentChildren;
}

export function CloseButton({ onClose, children }: Props) {
  return (
    <div class="dialog-buttons">
      {children}
      <button type="button" class="primary" onClick={onClose}>
        {word("frame.close")}
      </button>
    </div>
  );
}
