// Ten seconds to take back what was destructive. One thing at a time: a newer one replaces the older.
// Called by whatever removes, closes or suspends; shown by UndoBar.
import { signal } from "@preact/signals";

export const UNDO_SECONDS = 10;

export interface Undo {
  readonly text: string;
  readonly run: () => Promise<void> | void;
}

export const undoable = signal<Undo | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

export function offerUndo(text: string, run: Undo["run"]): void {
  undoable.value = { text, run };
  holdUndo(false);
}

/** While a person's pointer or focus is on the bar it does not go away. */
export function holdUndo(hold: boolean): void {
  clearTimeout(timer);
  if (!hold) timer = setTimeout(() => (undoable.value = null), UNDO_SECONDS * 1000);
}

export async function takeBack(): Promise<void> {
  const undo = undoable.peek();
  undoable.value = null;
  await undo?.run();
}
