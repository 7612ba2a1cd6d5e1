// The mark around what a stop of the tour speaks of: it holds on while pages load, change and draw themselves anew. Called by Tour.

const MARK = "tour-target";

/**
 * Marks the first thing that fits `target`, now and whenever another takes its place: the page before stays until the next one is loaded, and a page
 * that has its answer may draw the very thing anew, without the mark.
 * @returns takes the mark away
 */
export function pointAt(target: string): () => void {
  let marked: Element | null = null;
  const look = () => {
    const found = document.querySelector(target);
    if (found === marked && (found === null || found.classList.contains(MARK))) return;
    const another = found !== marked;
    marked?.classList.remove(MARK);
    marked = found;
    if (found === null) return;
    found.classList.add(MARK);
    if (another) found.scrollIntoView({ block: "nearest" });
  };
  const changes = new MutationObserver(look);
  changes.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
  look();
  return () => {
    changes.disconnect();
    marked?.classList.remove(MARK);
  };
}
