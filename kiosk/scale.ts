// The size of everything from the size of the glass: one number, the body text in CSS pixels, and the way the screen hangs.
// Called by main.tsx on start and on every change of the viewport; tokens.css builds its steps on --base.

export interface Scale {
  readonly base: number;
  readonly layout: "landscape" | "portrait";
}

// Body text of a 1920 × 1080 screen, and of one hung upright. Everything else follows in proportion.
const LANDSCAPE = { width: 1920, height: 1080, base: 44 };
const PORTRAIT = { width: 1080, height: 1920, base: 38 };
/** No text of a display is ever smaller than this at any size of window, so that a small one still can be read close by. */
const SMALLEST = 10;

/** @param width of the viewport in CSS pixels @param height likewise */
export function scaleOf(width: number, height: number): Scale {
  const layout = height > width ? "portrait" : "landscape";
  const of = layout === "portrait" ? PORTRAIT : LANDSCAPE;
  // The narrower side decides: an odd format gets wider margins, never cut words.
  const ratio = Math.min(width / of.width, height / of.height);
  return { base: Math.max(SMALLEST, Math.round(of.base * ratio * 100) / 100), layout };
}

/** Keeps `--base` and `data-layout` of the document right. */
export function followViewport(): void {
  const apply = () => {
    const { base, layout } = scaleOf(window.innerWidth, window.innerHeight);
    document.documentElement.style.setProperty("--base", `${base}px`);
    document.documentElement.dataset.layout = layout;
  };
  apply();
  window.addEventListener("resize", apply);
}
