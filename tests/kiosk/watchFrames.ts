// Runs in the page: looks at every animation frame and remembers those in which a reader would have seen nothing. Called by the journey.

export interface FrameReport {
  readonly frames: number;
  /** Frames in which no layer with words was wholly there. */
  readonly empty: number;
  /** Each face in the order seen, with the page's time in milliseconds. */
  readonly faces: readonly { readonly text: string; readonly at: number }[];
}

declare global {
  interface Window {
    frameReport: { frames: number; empty: number; faces: { text: string; at: number }[] };
  }
}

export function watchFrames(): void {
  const report: Window["frameReport"] = { frames: 0, empty: 0, faces: [] };
  window.frameReport = report;
  const look = () => {
    const layers = [...document.querySelectorAll<HTMLElement>(".layer")];
    const whole = layers.filter(
      (layer) => Number(getComputedStyle(layer).opacity) > 0.999 && layer.innerText.trim() !== "",
    );
    report.frames += 1;
    if (whole.length === 0) report.empty += 1;
    const text = layers.at(-1)?.innerText.trim() ?? "";
    if (report.faces.at(-1)?.text !== text) report.faces.push({ text, at: performance.now() });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
