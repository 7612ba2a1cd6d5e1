// The size of everything from the size of the glass, kept right while it changes. Called once by main.tsx.
import { type ReadonlySignal, signal } from "@preact/signals";
import { type CardLayout, type CardScale, cardScale } from "../templates/parts/cardScale.ts";

export interface Viewport {
  /** How the screen hangs. */
  readonly layout: ReadonlySignal<CardLayout>;
  readonly size: ReadonlySignal<{ readonly width: number; readonly height: number }>;
  /** What is left of it for a card. */
  readonly room: () => { readonly width: number; readonly height: number };
  /** Keeps so many pixels at the foot free of cards: a touch display's bar. */
  reserve(pixels: number): void;
}

/** Sets `--base` of the document. */
export function followViewport(target: Window = window): Viewport {
  const layout = signal<CardLayout>("landscape");
  const size = signal({ width: target.innerWidth, height: target.innerHeight });
  let reserved = 0;
  const room = () => ({ width: size.peek().width, height: size.peek().height - reserved });
  const apply = () => {
    size.value = { width: target.innerWidth, height: target.innerHeight };
    const { width, height } = room();
    const scale: CardScale = cardScale(width, height);
    target.document.documentElement.style.setProperty("--base", `${scale.base}px`);
    layout.value = scale.layout;
  };
  apply();
  target.addEventListener("resize", apply);
  return {
    layout,
    size,
    room,
    reserve(pixels) {
      if (pixels === reserved) return;
      reserved = pixels;
      apply();
    },
  };
}
