// Too many at once (503): one sentence in every language, with no style sheet to ask for. Made once at start. Called by server/http/admission.
import { renderToString } from "preact-render-to-string";
import type { Words } from "../parts/words.ts";

/** An empty address: as it was asked for, its parameters included. */
const THIS_PAGE = "";

export function renderBusyPage(languages: readonly Words[], retryAfter: number): string {
  const [first] = languages;
  return `<!doctype html>${renderToString(
    <html lang={first?.locale.id}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="robots" content="noindex" />
        <title>{first?.t("page:site")}</title>
      </head>
      <body>
        <main>
          <h1>{first?.t("page:site")}</h1>
          {languages.map((words) => (
            // Nothing reloads by itself: who reads slowly, or is read to, says when; and a crowd does not come back in step.
            <>
              <p lang={words.locale.id} dir={words.locale.dir}>
                {words.t("refusals:overloaded", { retryAfter })}
              </p>
              <p lang={words.locale.id} dir={words.locale.dir}>
                <a href={THIS_PAGE}>{words.t("page:again")}</a>
              </p>
            </>
          ))}
        </main>
      </body>
    </html>,
  )}`;
}
