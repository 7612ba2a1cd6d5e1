// A whole document at its real size, scaled to the room there is. No script runs in it. Called by Previews.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

interface Props {
  readonly html: string | null;
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

export function PreviewFrame({ html, width, height, title }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const scale = useSignal(0);
  // The document before stays in sight until the next one is painted: nothing flashes while one types.
  const layers = useSignal<readonly { id: number; html: string }[]>([]);
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
    layers.value = [...layers.peek().slice(-1), { id: count.current, html }];
  }, [html]);
  const loaded = (id: number) => {
    layers.value = layers.peek().filter((layer) => layer.id >= id);
  };
  return (
    <div ref={box} class="preview-frame" style={{ aspectRatio: `${width} / ${height}` }}>
      {layers.value.map((layer, index) => (
        <iframe
          key={layer.id}
          title={title}
          srcdoc={layer.html}
          // Its own origin only so that fonts of this house load; without scripts it can do nothing with it.
          sandbox="allow-same-origin"
          tabIndex={-1}
          aria-hidden={index > 0 || undefined}
          width={width}
          height={height}
          style={{ transform: `scale(${scale.value})`, zIndex: -index }}
          onLoad={() => loaded(layer.id)}
        />
      ))}
    </div>
  );
}
