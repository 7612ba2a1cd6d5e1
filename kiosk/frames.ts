// Whether the glass still lives: when the browser last gave a frame, what was really painted in it, and a way back when it stops.
// [WD1] Without a frame for 20 s, or a turn overdue by 20 s, the page starts anew, at most once in ten minutes. Called by showOffice.
// A page whose script itself hangs cannot help itself: that is the watch of the kiosk kit.
import type { Instant } from "../server/domain/time.ts";

export interface Painted {
  readonly face: string;
  readonly code: string | null;
  readonly locale: string | null;
  readonly revision: number | null;
}

export interface Frames {
  /** What the last frame showed, and milliseconds since it and since the face changed. */
  readonly painted: () => Painted;
  readonly frameAge: () => number;
  readonly faceAge: () => number;
  stop(): void;
}

const EVERY = 1_000;
const STOPPED = 20_000;
const REST = 600_000;
const RESTARTED = "restarted";

interface Watch {
  /** When the present turn should end, or null. */
  readonly due: () => Instant | null;
  readonly now: () => Instant;
  readonly restart: (why: "noFrames" | "overdue") => void;
  readonly document?: Document;
}

export function watchFrames({ due, now, restart, document: page = document }: Watch): Frames {
  let last = performance.now();
  let changed = last;
  let painted: Painted = { face: "", code: null, locale: null, revision: null };
  let asked = false;
  const look = () => {
    asked = false;
    last = performance.now();
    const next = readPainted(page);
    if (next.face !== painted.face) changed = last;
    painted = next;
  };
  const timer = setInterval(() => {
    if (!asked) {
      asked = true;
      requestAnimationFrame(look);
    }
    const ends = due();
    const overdue = ends !== null && now() - ends > STOPPED;
    // Nobody looks at a hidden page, and browsers give it no frames.
    const silent = page.visibilityState === "visible" && performance.now() - last > STOPPED;
    if ((overdue || silent) && mayRestart()) restart(silent ? "noFrames" : "overdue");
  }, EVERY);
  return {
    painted: () => painted,
    frameAge: () => Math.round(performance.now() - last),
    faceAge: () => Math.round(performance.now() - changed),
    stop: () => clearInterval(timer),
  };
}

/** Read from the page itself: what is there, not what was meant. */
function readPainted(page: Document): Painted {
  const layers = page.querySelectorAll<HTMLElement>(".layer");
  const layer = layers[layers.length - 1];
  const face = layer?.dataset.face ?? "";
  if (layer === undefined || layer.childElementCount === 0) return { face: "", code: null, locale: null, revision: null };
  const [kind, code, revision, locale] = face.split(" ");
  if (kind !== "card") return { face, code: null, locale: null, revision: null };
  return { face, code: code ?? null, locale: locale ?? null, revision: Number(revision) };
}

/** The time of the last restart is kept for the session of this window only: losing it costs one restart more. */
function mayRestart(): boolean {
  try {
    const before = Number(sessionStorage.getItem(RESTARTED) ?? 0);
    if (Date.now() - before < REST && Date.now() >= before) return false;
    sessionStorage.setItem(RESTARTED, String(Date.now()));
    return true;
  } catch {
    return true;
  }
}
