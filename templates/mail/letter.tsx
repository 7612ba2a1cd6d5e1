// The frame of every mail to the public: plain HTML that every mail programme shows, no picture, nothing loaded, nothing counted.
// Called by the letters of this folder, each of which says the same in plain text.
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Words } from "../parts/words.ts";

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

// Mail programmes drop what they do not know; what is left is readable with none of it.
const STYLE =
  "body{font:17px/1.45 'Titillium Web',system-ui,sans-serif;color:#17202a;background:#fff;max-width:36em;margin:0 auto;padding:16px}h1{font-size:1.5em;line-height:1.15}h2{font-size:1.2em;margin:1.6em 0 .4em}ul{padding:0;list-style:none}li{margin:0 0 1em}a{color:#00478f}.quiet{color:#4a5561;font-size:.9em}";

export function renderLetter(words: Words, subject: string, children: ComponentChildren): string {
  return `<!doctype html>${renderToString(
    <html lang={words.locale.id} dir={words.locale.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{subject}</title>
        <style>{STYLE}</style>
      </head>
      <body>{children}</body>
    </html>,
  )}`;
}

/** A subject is one line, whatever a posting says. */
export const oneLine = (text: string): string => text.replace(/[\s\p{C}]+/gu, " ").trim();
