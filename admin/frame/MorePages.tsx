// A link of the header, and the pages one needs less often behind one button: closed by Escape, by a choice, and by going elsewhere. Called by Header.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { word } from "../words/words.ts";

export interface DeskPage {
  readonly to: string;
  readonly name: string;
}

interface LinkProps {
  readonly page: DeskPage;
  readonly path: string;
}

export function PageLink({ page: { to, name }, path }: LinkProps) {
  return (
    <a href={to} aria-current={isHere(to, path) ? "page" : undefined}>
      {name}
    </a>
  );
}

function isHere(to: string, path: string): boolean {
  return to === "/admin/" ? path === "/admin" || path === "/admin/" : path.startsWith(to);
}

export function MorePages({ pages, path }: { readonly pages: readonly DeskPage[]; readonly path: string }) {
  const open = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    open.value = false;
  }, [path]);
  useEffect(() => {
    const outside = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) open.value = false;
    };
    addEventListener("pointerdown", outside);
    addEventListener("focusin", outside);
    return () => {
      removeEventListener("pointerdown", outside);
      removeEventListener("focusin", outside);
    };
  }, []);
  if (pages.length === 0) return null;
  const here = pages.find(({ to }) => isHere(to, path));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears the Escape of what stands in it
    <div
      ref={place}
      class="more-pages"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open.value) return;
        open.value = false;
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        class={here === undefined ? "plain" : "plain here"}
        aria-expanded={open.value}
        aria-controls="more-pages"
        onClick={() => (open.value = !open.value)}
      >
        {word("frame.more")}
      </button>
      <ul id="more-pages" hidden={!open.value}>
        {pages.map((page) => (
          <li key={page.to}>
            <PageLink page={page} path={path} />
          </li>
        ))}
      </ul>
    </div>
  );
}
