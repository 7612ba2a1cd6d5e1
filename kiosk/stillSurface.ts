// Makes the page a surface, not a document: no menu, no dragging, no marking of text, no zoom. Called once by main.tsx.

export function stillSurface(target: Document = document): void {
  for (const name of ["contextmenu", "dragstart", "drop", "dragover", "selectstart", "gesturestart"]) {
    target.addEventListener(name, (event) => event.preventDefault());
  }
  target.addEventListener("wheel", (event) => event.ctrlKey && event.preventDefault(), { passive: false });
}
