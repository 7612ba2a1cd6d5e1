// One stop of the tour after another, beside the real pages: nothing is locked, everything can be tried. Shown by Desk while a tour is on; loaded only then.
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { tourWord as word } from "../words/words.ts";
import { goTo, STOPS, tourAt } from "./tour.ts";
import "./tour.css";

/** Pages load their content; what is pointed at is looked for so long, in milliseconds. */
const PATIENCE = 5000;
const LOOK_EVERY = 100;

export default function Tour() {
  const { path, route } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const at = tourAt.value ?? 0;
  const stop = STOPS[at];
  useEffect(() => {
    if (stop === undefined) return;
    if (path.replace(/\/$/, "") !== stop.page.replace(/\/$/, "")) route(stop.page);
    heading.current?.focus();
    // A page that opens takes the focus to its own heading; once it stands, the tour takes it back.
    return pointAt(stop.target, () => heading.current?.focus());
  }, [at]);
  if (stop === undefined) return null;
  const last = at === STOPS.length - 1;
  return (
    <aside
      class="tour"
      aria-labelledby="tour-stop"
      onKeyDown={(event) => {
        if (event.key === "Escape") goTo(null);
      }}
    >
      <p class="quiet">{word("place", { at: at + 1, all: STOPS.length })}</p>
      <h2 id="tour-stop" ref={heading} tabIndex={-1}>
        {word(`stop.${stop.name}.title`)}
      </h2>
      <p>{word(`stop.${stop.name}.text`)}</p>
      <div class="tour-buttons">
        <button type="button" class="primary" onClick={() => goTo(last ? null : at + 1)}>
          {word(last ? "end" : "next")}
        </button>
        {at > 0 && (
          <button type="button" onClick={() => goTo(at - 1)}>
            {word("back")}
          </button>
        )}
        {!last && (
          <button type="button" class="plain" onClick={() => goTo(null)}>
            {word("leave")}
          </button>
        )}
      </div>
    </aside>
  );
}

/** Marks the first thing that fits, once it is there. Returns what takes the mark away. */
function pointAt(target: string, stands: () => void): () => void {
  const begun = performance.now();
  let marked: Element | null = null;
  const timer = setInterval(() => {
    marked = document.querySelector(target);
    if (marked !== null || performance.now() - begun > PATIENCE) clearInterval(timer);
    marked?.classList.add("tour-target");
    marked?.scrollIntoView({ block: "nearest" });
    if (marked !== null) stands();
  }, LOOK_EVERY);
  return () => {
    clearInterval(timer);
    marked?.classList.remove("tour-target");
  };
}
