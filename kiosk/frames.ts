// Whether the glass still lives: when the browser last gave a frame, what was really painted in it, and a way back when it stops.
// [WD1] Without a frame for 20 s, or a turn overdue by 20 s, the page starts anew, at most once in ten minutes. Called by showOffice.
// A page whose script itself hangs cannot help itself: the kiosk kit's guard sees that its title no longer counts.
import type { Instant } from "../server/domain/time.ts";
import { readKept, writeKept } from "./keep.ts";

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
const LOOKED = 4_000;
const TITLE_EVERY = 2_000;
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
  let restarted = 0;
  /** Since when a turn has been over for too long, by the clock that only goes on; null: it is not. */
  let overdueSince: number | null = null;
  void readKept(RESTARTED).then(([at]) => {
    if (typeof at === "number") restarted = at;
  });
  const startAnew = (why: "noFrames" | "overdue") => {
    const since = Date.now() - restarted;
    // A device clock that went back since says nothing.
    if (since >= 0 && since < REST) return;
    restarted = Date.now();
    void writeKept({ [RESTARTED]: restarted }).then(() => restart(why));
  };
  const look = () => {
    asked = false;
    last = performance.now();
    const next = readPainted(page);
    if (next.face !== painted.face) changed = last;
    // What a guard outside the page goes by: it counts on only while there are frames.
    page.title = `Bacheca Viva ${Math.floor(last / TITLE_EVERY)}`;
    painted = next;
  };
  const timer = setInterval(() => {
    if (!asked) {
      asked = true;
      requestAnimationFrame(look);
    }
    const ends = due();
    if (ends === null || now() - ends <= STOPPED) overdueSince = null;
    else overdueSince ??= performance.now();
    // A clock that was just set right makes a turn long over in an instant: whoever plays has not looked yet.
    const overdue = overdueSince !== null && performance.now() - overdueSince >= LOOKED;
    // Nobody looks at a hidden page, and browsers give it no frames.
    const silent = page.visibilityState === "visible" && performance.now() - last > STOPPED;
    if (overdue || silent) startAnew(silent ? "noFrames" : "overdue");
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
  if (layer === undefined || layer.childElementCount === 0)
    return { face: "", code: null, locale: null, revision: null };
  const [kind, code, revision, locale] = face.split(" ");
  if (kind !== "card") return { face, code: null, locale: null, revision: null };
  return { face, code: code ?? null, locale: locale ?? null, revision: Number(revision) };
}
