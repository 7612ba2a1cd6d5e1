// The poster as a page of its own: what /posters/{CODE}.html serves, to look at, or to print where the server has no browser.
// Called by server/http. The same sheets as in the PDF.
import { renderToString } from "preact-render-to-string";
import type { PosterInput } from "./Poster.tsx";
import { renderPoster } from "./Poster.tsx";

export interface PosterViewInput extends PosterInput {
  /** Address of the joined style sheet, see posterStyles.ts. */
  readonly stylesheet: string;
  /** False leaves out the line about printing: the desk's preview shows the sheet only. */
  readonly hint?: boolean;
}

export function renderPosterView(input: PosterViewInput): {
  readonly html: string;
  readonly shortened: readonly string[];
} {
  const { body, title, lang, shortened } = renderPoster(input);
  const words = input.languages[0];
  const hint =
    words === undefined || input.hint === false
      ? ""
      : renderToString(
          <header class="sheet-hint">
            <p>{words.t("poster:print")}</p>
          </header>,
        );
  const head = renderToString(
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      <link rel="stylesheet" href={input.stylesheet} />
    </head>,
  );
  const html = `<!doctype html><html lang="${lang}">${head}<body class="sheet-desk">${hint}<main>${body}</main></body></html>`;
  return { html, shortened };
}
