// Runs in the page: a clock that only goes on when it is told to, for Date, performance and timers alike; frames stay real. Called by the long run.

interface Waiting {
  readonly at: number;
  readonly every: number | null;
  readonly work: () => void;
}

declare global {
  interface Window {
    advance: (ms: number) => void;
  }
}

export function hastenTime(): void {
  const realDate = Date.now.bind(Date);
  const realPerformance = performance.now.bind(performance);
  const realTimeout = window.setTimeout.bind(window);
  const realClear = window.clearTimeout.bind(window);
  const beganDate = realDate();
  const beganPerformance = realPerformance();
  /** What the network is waited for, and its heartbeat: the server at the other end lives in real time. */
  const ofTheNetwork = [10_000, 45_000];
  const waiting = new Map<number, Waiting>();
  let virtual = 0;
  let next = 1_000_000;
  const elapsed = () => virtual;
  Date.now = () => beganDate + elapsed();
  performance.now = () => beganPerformance + elapsed();
  const wait = (work: unknown, ms: number, every: number | null): number => {
    next += 1;
    if (typeof work === "function") waiting.set(next, { at: virtual + ms, every, work: work as () => void });
    return next;
  };
  window.setTimeout = ((work: unknown, ms = 0, ...rest: unknown[]) => {
    if (ms < 5 || ofTheNetwork.includes(ms)) return realTimeout(work as () => void, ms, ...rest);
    return wait(work, ms, null);
  }) as typeof window.setTimeout;
  window.setInterval = ((work: unknown, ms = 0) =>
    wait(work, Math.max(ms, 4), Math.max(ms, 4))) as typeof window.setInterval;
  const clear = (id?: number) => {
    if (id !== undefined && !waiting.delete(id)) realClear(id);
  };
  window.clearTimeout = clear as typeof window.clearTimeout;
  window.clearInterval = clear as typeof window.clearInterval;
  window.advance = (ms) => {
    const until = virtual + ms;
    for (;;) {
      let due: [number, Waiting] | null = null;
      for (const entry of waiting) if (entry[1].at <= until && (due === null || entry[1].at < due[1].at)) due = entry;
      if (due === null) break;
      const [id, { at, every, work }] = due;
      virtual = Math.max(virtual, at);
      if (every === null) waiting.delete(id);
      else waiting.set(id, { at: virtual + every, every, work });
      work();
    }
    virtual = until;
  };
  // A page before it is measured moves by itself, a little.
  const start = () => {
    if (document.querySelector(".card-title") !== null) return;
    window.advance(50);
    realTimeout(start, 20);
  };
  realTimeout(start, 20);
}

/** Runs in the page: some steps with a real frame between them. Resolves to how often the face changed. */
export async function stepTime(step: number, steps: number): Promise<number> {
  let faces = 0;
  let shown = "";
  for (let n = 0; n < steps; n += 1) {
    window.advance(step);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const face = [...document.querySelectorAll<HTMLElement>(".layer")].at(-1)?.dataset.face ?? "";
    if (face !== shown) faces += 1;
    shown = face;
  }
  return faces;
}
