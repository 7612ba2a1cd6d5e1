// Something failed on our side, or is busy (5xx, 429): one plain sentence and a number for the desk, nothing of the machine's inside.
// Called by server/http as the last resort.
import type { Locale } from "../../server/domain/locale.ts";
import type { PageFrame } from "./Document.tsx";
import { renderDocument } from "./Document.tsx";

export interface ErrorPageInput extends PageFrame {
  /** A refusal's own sentence in the reader's language; null: a fault of ours. */
  readonly sentence: string | null;
  /** Under which the fault stands in the log; null for a refusal. */
  readonly id: string | null;
  readonly pathIn: (locale: Locale) => string;
}

export function renderErrorPage(input: ErrorPageInput): string {
  const { words, id, sentence } = input;
  const title = words.t("page:error.title");
  return renderDocument({
    frame: input,
    title,
    pathIn: input.pathIn,
    indexed: null,
    children: (
      <>
        <h1>{title}</h1>
        <p class="large">{sentence ?? words.t("page:error.about")}</p>
        {id !== null && <p>{words.t("page:error.id", { id })}</p>}
        <p>
          <a class="choice" href={input.home.href}>
            {words.t("page:allPostings")}
          </a>
        </p>
      </>
    ),
  });
}
