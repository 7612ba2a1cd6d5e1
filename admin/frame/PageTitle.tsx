// A page's one heading: names the browser tab and takes the focus when the page is reached from another one.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { word } from "../words/words.ts";

let firstPage = true;

export function PageTitle({ children, tab }: { readonly children: ComponentChildren; readonly tab?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // On the first page the browser's own start of reading is right.
    if (!firstPage) heading.current?.focus();
    firstPage = false;
  }, []);
  const text = tab ?? (typeof children === "string" ? children : "");
  const name = word("frame.name");
  useEffect(() => {
    document.title = text === "" ? name : `${text} · ${name}`;
  }, [text, name]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
