// Says before publishing where the posting will hang and until when, and what is still missing. Called by LifecycleBar.
import { useSignal } from "@preact/signals";
import { missingFacts } from "../../../server/domain/checks/completeness.ts";
import type { Content } from "../../../server/domain/content.ts";
import { DEFAULT_VALIDITY_DAYS } from "../../../server/domain/owner.ts";
import { validityOf } from "../../../server/domain/posting.ts";
import { localeMark } from "../../../server/domain/translation.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { LanguageMarks } from "../../parts/LanguageMarks.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { ownerOf } from "../../session/session.ts";
import { dayAndHour, untilDay } from "../../words/formats.ts";
import { interfaceLocales, word } from "../../words/words.ts";
import { CheckPanel } from "../checks/CheckPanel.tsx";
import { useChecks } from "../checks/ChecksContext.ts";
import { useEditor } from "../fields/EditorContext.ts";
import { controlId } from "../fields/FormField.tsx";
import { movePosting } from "./movePosting.ts";

export function PublishDialog({ content, onDone }: { readonly content: Content; readonly onDone: () => void }) {
  const editor = useEditor();
  const checks = useChecks();
  const blocked = checks?.answer.value?.findings.some(({ level }) => level === "block") === true;
  const trouble = useSignal<string | null>(null);
  const owner = ownerOf(editor.answer.value.posting.owner);
  const office = owner?.kind === "office" ? owner : null;
  const now = Date.now();
  const { from, until, untilStated } = validityOf(content, office, now);
  const days = office?.defaultValidityDays ?? DEFAULT_VALIDITY_DAYS;
  const missing = missingFacts(content);
  const marks = Object.fromEntries(
    interfaceLocales.map(({ id }) => [
      id,
      localeMark(content, editor.answer.value.translations, id, () => editor.answer.value.phrases),
    ]),
  );
  const publish = async () => {
    trouble.value = await movePosting(editor, "publish");
    if (trouble.value !== null) return;
    onDone();
    // What one wants next is to look at it; after the dialog has given the focus back to where it was.
    setTimeout(() => document.querySelector<HTMLElement>(".posting-links a")?.focus());
  };
  const stateDeadline = () => {
    onDone();
    const field =
      content.section === "notice" ? "hangs.until" : content.section === "event" ? "event.starts" : "window.closes";
    // After the dialog has given the focus back to where it was.
    setTimeout(() => document.getElementById(controlId(field))?.focus());
  };
  const stated = untilStated || content.hangs.until !== null;
  return (
    <Dialog title={word("publish.title")} onClose={onDone}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        <dl class="publish-facts">
          <dt>{word("publish.where")}</dt>
          <dd>
            {owner?.name}
            {content.share !== "own" && ` · ${word(`share.${content.share}`)}`}
          </dd>
          <dt>{word("publish.from")}</dt>
          <dd>{from > now ? dayAndHour(from) : word("publish.atOnce")}</dd>
          <dt>{word("publish.until")}</dt>
          <dd>
            {untilDay(until, true)}
            {!stated && (
              <div class="notice">
                <p>{word("publish.noDeadline", { count: days })}</p>
                <button type="button" class="plain" onClick={stateDeadline}>
                  {word("publish.stateDeadline")}
                </button>
              </div>
            )}
          </dd>
          <dt>{word("list.languages")}</dt>
          <dd>
            <LanguageMarks marks={marks} />
          </dd>
          {missing.length > 0 && (
            <>
              <dt>{word("publish.missing")}</dt>
              <dd>{missing.map((fact) => word(`publish.fact.${fact}`)).join(", ")}</dd>
            </>
          )}
        </dl>
        <CheckPanel onLeave={onDone} />
        {until <= now && <p class="trouble">{word("publish.over")}</p>}
        <Trouble text={trouble.value} />
        <div class="dialog-buttons">
          <button type="submit" class="primary" autofocus={!blocked} disabled={blocked}>
            {word("publish.now")}
          </button>
          <button type="button" autofocus={blocked} onClick={onDone}>
            {word("publish.back")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
