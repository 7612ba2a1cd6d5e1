// A region longer than its room: it can be dragged, and two large buttons move it by a page for hands that cannot. Called by the views of a visit.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Words } from "../../templates/parts/words.ts";

interface ScrollerProps {
  readonly words: Words;
  /** Another one begins at its top. */
  readonly name: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

export function Scroller({ words: { t }, name, label, children }: ScrollerProps) {
  const region = useRef<HTMLElement>(null);
  const [more, setMore] = useState({ above: false, below: false });
  const look = () => {
    const box = region.current;
    if (box === null) return;
    const above = box.scrollTop > 2;
    const below = box.scrollTop + box.clientHeight < box.scrollHeight - 2;
    setMore((before) => (before.above === above && before.below === below ? before : { above, below }));
  };
  useEffect(() => {
    if (region.current !== null) region.current.scrollTop = 0;
  }, [name]);
  // What is shown grows and shrinks without telling: enlarged type, another language, a posting gone.
  useEffect(look);
  const page = (by: 1 | -1) => {
    const box = region.current;
    if (box !== null) box.scrollTop += by * box.clientHeight * 0.85;
  };
  const moves = more.above || more.below;
  return (
    <div class={moves ? "scroller scroller-moves" : "scroller"}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <section ref={region} class="scroller-region" tabIndex={0} aria-label={label} onScroll={look}>
        {children}
      </section>
      {moves && (
        <div class="scroller-buttons">
          <button type="button" class="touch-button" disabled={!more.above} onClick={() => page(-1)}>
            {t("touch:up")}
          </button>
          <button type="button" class="touch-button" disabled={!more.below} onClick={() => page(1)}>
            {t("touch:down")}
          </button>
        </div>
      )}
    </div>
  );
}
