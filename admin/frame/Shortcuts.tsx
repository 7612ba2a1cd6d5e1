// Listens to the keys and shows, at `?`, the list of those that work on this page. Called by Desk.
import { useEffect } from "preact/hooks";
import { CloseButton } from "../parts/CloseButton.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { OfferTour } from "../tour/OfferTour.tsx";
import { sentence, word } from "../words/words.ts";
import { pressed, setSingleKeys, shortcuts, shortcutsOpen, singleKeys, useShortcuts } from "./shortcut.ts";

const NAMES: Readonly<Record<string, string>> = {
  ctrl: "Ctrl",
  alt: "Alt",
  enter: "Enter",
  arrowdown: "↓",
  arrowup: "↑",
  pagedown: "⇟",
  pageup: "⇞",
};

export function Shortcuts() {
  useShortcuts([{ keys: "?", about: "shortcuts.list", run: () => (shortcutsOpen.value = true) }]);
  useEffect(() => {
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
  if (!shortcutsOpen.value) return null;
  return (
    <Dialog title={word("shortcuts.title")} onClose={() => (shortcutsOpen.value = false)}>
      <dl class="shortcut-list">
        {shortcuts.value.map(({ keys, about }) => (
          <div key={keys}>
            <dt>
              {keys.split("+").map((key) => (
                <kbd key={key}>{NAMES[key] ?? key.toUpperCase()}</kbd>
              ))}
            </dt>
            <dd>{sentence(about)}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
        {word("shortcuts.single")}
      </label>
      <CloseButton onClose={() => (shortcutsOpen.value = false)}>
        <OfferTour onBegin={() => (shortcutsOpen.value = false)} />
      </CloseButton>
    </Dialog>
  );
}
