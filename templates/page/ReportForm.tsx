// The report of a wrong posting or an unclear page: one text, the page it is about, nothing of the writer. Works without scripts.
// Called by server/http for the feedback page, and again with a receipt or with what was wrong.

import { pagePath } from "../../server/domain/address.ts";
import type { Code } from "../../server/domain/code.ts";
import type { Words } from "../parts/words.ts";
import { infoPath } from "./sitePath.ts";

export interface ReportFormProps {
  readonly words: Words;
  /** The posting it is about; null: the site. */
  readonly about: { readonly code: Code; readonly title: string; readonly lang: string } | null;
  /** What was sent and refused, so that nobody writes twice. */
  readonly refused: { readonly message: string; readonly sentence: string } | null;
}

/** Longest message, in characters. */
export const REPORT_LIMIT = 1000;

export function ReportForm({ words, about, refused }: ReportFormProps) {
  return (
    <form class="report" method="post" action={infoPath(words.locale.id, "feedback")}>
      {about !== null && (
        <p>
          <span class="label">{words.t("page:report.about")}: </span>
          <a
            href={pagePath(about.code, words.locale.id)}
            lang={about.lang === words.locale.id ? undefined : about.lang}
          >
            {about.title}
          </a>
          <input type="hidden" name="about" value={about.code} />
        </p>
      )}
      {refused !== null && (
        <p class="note is-strong" role="alert" id="refused">
          {refused.sentence}
        </p>
      )}
      <div class="field">
        <label for="message">{words.t("page:report.message")}</label>
        <p class="quiet" id="hint">
          {words.t("page:report.hint")}
        </p>
        <textarea id="message" name="message" rows={6} maxLength={REPORT_LIMIT} required aria-describedby="hint">
          {refused?.message ?? ""}
        </textarea>
      </div>
      <button class="button" type="submit">
        {words.t("page:report.send")}
      </button>
    </form>
  );
}

/** The way to the form from a page that speaks of it. */
export function ReportLink({ words }: { words: Words }) {
  return (
    <p>
      <a class="choice" href={infoPath(words.locale.id, "feedback")}>
        {words.t("site:page.feedback.title")}
      </a>
    </p>
  );
}

/** After it was sent. */
export function ReportReceipt({ words, number }: { words: Words; number: string }) {
  return (
    <div class="note is-strong" role="status">
      <p class="verdict">{words.t("page:report.received")}</p>
      <p>{words.t("page:report.thanks")}</p>
      <p>{words.t("page:report.receipt", { number })}</p>
    </div>
  );
}
