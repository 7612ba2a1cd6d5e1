// Nothing here (404): an unknown code, how to check it, and the way to the board. Called by server/http.
import type { Locale } from "../../server/domain/locale.ts";
import type { PageFrame } from "./Document.tsx";
import { renderDocument } from "./Document.tsx";

export interface NotFoundPageInput extends PageFrame {
  /** As asked for; null where the address was not a posting's. */
  readonly code: string | null;
  readonly pathIn: (locale: Locale) => string;
}

/** A valid code that only shows the shape of one. */
const EXAMPLE = "7K3M9QK";

/** Longer than any code could be meant to be: an address typed at random is not repeated to its reader. */
const READABLE = 20;

export function renderNotFoundPage(input: NotFoundPageInput): string {
  const { words, code } = input;
  const title = words.t(code === null ? "page:notFound.pageTitle" : "page:notFound.title");
  return renderDocument({
    frame: input,
    title,
    pathIn: input.pathIn,
    indexed: null,
    children: (
      <>
        <h1>{title}</h1>
        {code === null ? (
          <p>{words.t("page:notFound.page")}</p>
        ) : (
          <>
            {code.length <= READABLE && <p class="large">{words.t("page:notFound.about", { code })}</p>}
            <p>{words.t("page:notFound.check", { example: EXAMPLE })}</p>
            <p>{words.t("page:notFound.alike")}</p>
            <p>{words.t("page:notFound.ask")}</p>
          </>
        )}
        <p>
          <a class="choice" href={input.home.href}>
            {words.t("page:allPostings")}
          </a>
        </p>
      </>
    ),
  });
}
