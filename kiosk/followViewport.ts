// The size of everything from the size of the glass, kept right while it changes. Called once by main.tsx.
import { type ReadonlySignal, signal } from "@preact/signals";
import { type CardLayout, type CardScale, cardScale } from "../templates/parts/cardScale.ts";

/** Sets `--base` of the document; the signal says how the screen hangs. */
export function followViewport(target: Window = window): ReadonlySignal<CardLayout> {
  const layout = signal<CardLayout>("landscape");
  const apply = () => {
    const scale: CardScale = cardScale(target.innerWidth, target.innerHeight);
    target.document.documentElement.style.setProperty("--base", `${scale.base}px`);
    layout.value = scale.layout;
  };
  apply();
  target.addEventListener("resize", apply);
  return layout;
}
