// A whole document at its real width, scaled to the room there is. A picture to look at: no script, no focus, no click goes into it.
// Called by Previews.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

interface Props {
  readonly html: string | null;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What to do with a document longer than `height`: keep to it, scroll within it, or show all of it. */
  readonly long: "cut" | "scroll" | "show";
}

/** The same document with nothing in it to be reached by the tab key: it is looked at, and read, not used. */
const still = (html: string): string =>
  html.replace(/<(a|button|input|select|textarea|summary|audio)\b/g, '<$1 tabindex="-1"');

interface Layer {
  readonly id: number;
  readonly html: string;
  readonly height: number;
}

export function PreviewFrame({ html, width, height, title, long }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const scale = useSignal(0);
  // The document before stays in sight until the next one is painted: nothing flashes while one types.
  const layers = useSignal<readonly Layer[]>([]);
  const count = useRef(0);
  useEffect(() => {
    const place = box.current;
    if (place === null) return;
    const measure = new ResizeObserver(() => (scale.value = place.clientWidth / width));
    measure.observe(place);
    return () => measure.disconnect();
  }, [width]);
  useEffect(() => {
    if (html === null) return;
    count.current += 1;
    const [before] = layers.peek();
    layers.value = [...layers.peek().slice(-1), { id: count.current, html, height: before?.height ?? height }];
  }, [html]);
  const loaded = (id: number, frame: HTMLIFrameElement) => {
    const content = long === "cut" ? height : (frame.contentDocument?.documentElement.scrollHeight ?? height);
    layers.value = layers
      .peek()
      .filter((layer) => layer.id >= id)
      .map((layer) => (layer.id === id ? { ...layer, height: content } : layer));
  };
  const shown = layers.value[0]?.height ?? height;
  const scrolls = long === "scroll" && shown > height;
  return (
    <div
      ref={box}
      class="preview-frame"
      style={{ aspectRatio: `${width} / ${long === "show" ? shown : height}`, overflowY: scrolls ? "auto" : "hidden" }}
      {...(scrolls ? { role: "group", "aria-label": title, tabIndex: 0 } : {})}
    >
      <div style={{ height: `${shown * scale.value}px` }}>
        {layers.value.map((layer, index) => (
          <iframe
            key={layer.id}
            title={title}
            srcdoc={still(layer.html)}
            // Its own origin only so that fonts of this house load and its height can be read; without scripts it does nothing with it.
            sandbox="allow-same-origin"
            tabIndex={-1}
            aria-hidden={index > 0 || undefined}
            width={width}
            height={layer.height}
            style={{ transform: `scale(${scale.value})`, zIndex: -index }}
            onLoad={(event) => loaded(layer.id, event.currentTarget)}
          />
        ))}
      </div>
    </div>
  );
}
