// One stop of the tour after another, beside the real pages: nothing is locked, everything can be tried. Shown by Desk while a tour is on; loaded only then.
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { tourWord as word } from "../words/words.ts";
import { pointAt } from "./pointAt.ts";
import { goTo, STOPS, tourAt } from "./tour.ts";
import "./tour.css";

export default function Tour() {
  const { route } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const at = tourAt.value ?? 0;
  const stop = STOPS[at];
  useEffect(() => {
    if (stop === undefined) return;
    if (!isHere(stop.page)) route(stop.page);
    heading.current?.focus();
    // The page of a stop takes the focus to its own heading once it stands: the tour takes it back, but not from a page one went to oneself.
    const takeBack = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.matches("#content h1") && isHere(stop.page)) heading.current?.focus();
    };
    document.addEventListener("focusin", takeBack);
    const unmark = pointAt(stop.target);
    return () => {
      document.removeEventListener("focusin", takeBack);
      unmark();
    };
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

const isHere = (page: string): boolean => location.pathname.replace(/\/$/, "") === page.replace(/\/$/, "");
