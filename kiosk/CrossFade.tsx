// Changes what is shown without a frame in which nothing is: the new layer becomes opaque above the old, which stays whole below
// until it is covered, so that whatever both have in common (the frame) does not move or dim.
// Called by Screen. A layer that throws is reported and the old one stays.
import { Component, type JSX } from "preact";
import { useEffect, useReducer, useRef } from "preact/hooks";
import { CardBoundary } from "./CardBoundary.tsx";

interface CrossFadeProps {
  /** Another name is another layer; the same name is repainted in place. */
  readonly name: string;
  readonly draw: () => JSX.Element;
  readonly onFault: (name: string, fault: unknown) => void;
}

interface Layer {
  readonly name: string;
  draw: () => JSX.Element;
  broken: boolean;
}

/** Longer than the style sheet's 300 ms, for browsers that do not run or report an animation. */
const SURELY_OVER = 700;

export function CrossFade({ name, draw, onFault }: CrossFadeProps) {
  const front = useRef<Layer | null>(null);
  const back = useRef<Layer | null>(null);
  const [, repaint] = useReducer((count: number) => count + 1, 0);

  if (front.current?.name === name) front.current.draw = draw;
  else {
    // A broken layer covers nothing: the one below it is what people see.
    if (front.current !== null && !front.current.broken) back.current = prefersStillness() ? null : front.current;
    front.current = { name, draw, broken: false };
  }

  const settle = () => {
    if (back.current === null || front.current?.broken) return;
    back.current = null;
    repaint(0);
  };
  // Each change of name has its own end; a repaint in place must not put it off.
  useEffect(() => {
    const timer = setTimeout(settle, SURELY_OVER);
    return () => clearTimeout(timer);
  }, [name]);

  const layers = [back.current, front.current].filter((layer) => layer !== null);
  return (
    <main class="layers">
      {layers.map((layer) => (
        <div
          key={layer.name}
          data-face={layer.name}
          class={layer === front.current && back.current !== null ? "layer entering" : "layer"}
          aria-hidden={layer === back.current}
          onAnimationEnd={(event) => event.target === event.currentTarget && layer === front.current && settle()}
        >
          <CardBoundary
            onFault={(fault) => {
              layer.broken = true;
              onFault(layer.name, fault);
            }}
          >
            <Drawn draw={layer.draw} />
          </CardBoundary>
        </div>
      ))}
    </main>
  );
}

/** Makes its view itself and anew, only where there is something else to draw. [L22] A view handed from one look to the next would hold the tree it
    first stood in, that tree the view before it, and so every card since the display began. */
class Drawn extends Component<{ readonly draw: () => JSX.Element }> {
  override shouldComponentUpdate(next: { readonly draw: () => JSX.Element }) {
    return next.draw !== this.props.draw;
  }

  render() {
    return this.props.draw();
  }
}

function prefersStillness(): boolean {
  if (document.documentElement.dataset.still === "true") return true;
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
