// Keys that act on the whole page. Pages register theirs while they are shown; single letters can be switched off (WCAG 2.1.4).
// Called by pages and by the list of shortcuts.
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

export interface Shortcut {
  /** "ctrl+s", "ctrl+enter", "alt+arrowdown", "?", "/", "n". On a Mac the command key counts as ctrl. */
  readonly keys: string;
  /** Key of admin.json, or of another surface with its name before a colon. */
  readonly about: string;
  readonly run: () => void;
}

const OFF = "desk.singleKeysOff";

export const shortcutsOpen = signal(false);
export const singleKeys = signal(localStorage.getItem(OFF) === null);
export const shortcuts = signal<readonly Shortcut[]>([]);

export function setSingleKeys(on: boolean): void {
  singleKeys.value = on;
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
}

/** Registers shortcuts while the calling component is shown; what runs is always what the last rendering meant. */
export function useShortcuts(mine: readonly Shortcut[]): void {
  const latest = useRef(mine);
  latest.current = mine;
  const names = mine.map(({ keys }) => keys).join(" ");
  useEffect(() => {
    const registered = mine.map((one, index) => ({ ...one, run: () => latest.current[index]?.run() }));
    shortcuts.value = [...shortcuts.peek(), ...registered];
    return () => {
      shortcuts.value = shortcuts.peek().filter((one) => !registered.includes(one));
    };
  }, [names]);
}

export function pressed(event: KeyboardEvent): void {
  const combined = event.ctrlKey || event.metaKey;
  // What a control has taken for itself is not a shortcut besides.
  if (event.isComposing || event.defaultPrevented) return;
  // AltGr writes letters, and tells itself as control and alt together.
  if (event.altKey && (combined || !singleKeys.peek())) return;
  // A page under an open dialog keeps still; the dialog's own fields decide.
  if (document.querySelector("dialog[open]") !== null) return;
  if (!combined && !event.altKey && (!singleKeys.peek() || isWriting(event.target))) return;
  // With alt, keyboards write other letters: the key itself is meant.
  const key = event.altKey ? event.code.replace(/^(?:Key|Digit|Numpad(?=\d))/, "") : event.key;
  const name = `${combined ? "ctrl+" : event.altKey ? "alt+" : ""}${key.toLowerCase()}`;
  const found = shortcuts.peek().findLast(({ keys }) => keys === name);
  if (found === undefined) return;
  event.preventDefault();
  found.run();
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
