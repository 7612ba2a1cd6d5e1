// One change for many postings: what it needs, then its progress, then what was left as it was and why. Called by BulkBar.
import { useSignal } from "@preact/signals";
import type { BulkBody, BulkLine } from "../../../server/domain/bulkContract.ts";
import type { Share } from "../../../server/domain/content.ts";
import { SHARES } from "../../../server/domain/content.ts";
import type { PostingSummary } from "../../../server/domain/httpContract.ts";
import { addDays, romeDay } from "../../../server/domain/time.ts";
import { offerUndo } from "../../frame/undo.ts";
import { CloseButton } from "../../parts/CloseButton.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { useLongWork } from "../../parts/longWork.ts";
import { PlainField } from "../../parts/PlainField.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { WorkProgress } from "../../parts/WorkProgress.tsx";
import { noteEndedSession } from "../../session/session.ts";
import { label, word } from "../../words/words.ts";

export type BulkAction = "close" | "renew" | "share" | "pin";
const REASONS = ["filled", "withdrawn", "cancelled"] as const;
const USUAL_DAYS = 30;

interface Props {
  readonly action: BulkAction;
  readonly postings: readonly PostingSummary[];
  readonly onDone: (changed: boolean) => void;
}

export function BulkDialog({ action, postings, onDone }: Props) {
  const reason = useSignal<(typeof REASONS)[number]>("filled");
  const until = useSignal(addDays(romeDay(Date.now()), USUAL_DAYS));
  const share = useSignal<Share>("area");
  const pinned = useSignal(true);
  const lines = useSignal<readonly BulkLine[] | null>(null);
  const trouble = useSignal<string | null>(null);
  const work = useLongWork();
  const runBulk = (body: BulkBody, onLine: (line: BulkLine) => void) =>
    work.lines<BulkLine>("POST", "/postings/bulk", body, body.items.length, onLine);
  const chosen = (): BulkBody["action"] => {
    switch (action) {
      case "close":
        return { does: "close", reason: reason.peek() };
      case "renew":
        return { does: "renew", until: until.peek() };
      case "share":
        return { does: "share", share: share.peek() };
      case "pin":
        return { does: "pin", pinned: pinned.peek() };
    }
  };
  const run = async () => {
    lines.value = [];
    const items = postings.map(({ code, revision }) => ({ code, expected: revision }));
    try {
      await runBulk({ items, action: chosen() }, (line) => (lines.value = [...(lines.peek() ?? []), line]));
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
    const done = (lines.peek() ?? []).filter(({ revision }) => revision !== null);
    if (action === "close" && done.length > 0)
      offerUndo(word("bulk.closed", { count: done.length }), async () => {
        const back = done.map(({ code, revision }) => ({ code, expected: revision ?? 0 }));
        await runBulk({ items: back, action: { does: "reopen" } }, () => {});
        onDone(true);
      });
  };
  const told = lines.value;
  const titleOf = (code: string) => postings.find((one) => one.code === code)?.title ?? code;
  const refused = (told ?? []).filter(({ sentence }) => sentence !== null);
  return (
    <Dialog title={word(`bulk.${action}Title`)} onClose={() => onDone(told !== null)}>
      {told === null ? (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void run();
          }}
        >
          <p>{word("bulk.count", { count: postings.length })}</p>
          {action === "close" && (
            <Choice
              legend={word("close.reason")}
              options={REASONS}
              value={reason.value}
              text={(one) => label("closedReason", one)}
              onPick={(one) => (reason.value = one)}
            />
          )}
          {action === "renew" && (
            <PlainField label={word("bulk.until")} help={word("bulk.untilHelp")}>
              {(aria) => (
                <input
                  {...aria}
                  type="date"
                  required
                  min={romeDay(Date.now())}
                  value={until.value}
                  onInput={({ currentTarget }) => (until.value = currentTarget.value)}
                />
              )}
            </PlainField>
          )}
          {action === "share" && (
            <Choice
              legend={word("field.share")}
              options={SHARES}
              value={share.value}
              text={(one) => word(`share.${one}`)}
              onPick={(one) => (share.value = one)}
            />
          )}
          {action === "pin" && (
            <Choice
              legend={word("field.pinned")}
              options={["yes", "no"] as const}
              value={pinned.value ? "yes" : "no"}
              text={(one) => word(one === "yes" ? "bulk.pinned" : "bulk.unpinned")}
              onPick={(one) => (pinned.value = one === "yes")}
            />
          )}
          <div class="dialog-buttons">
            <button type="submit" class={action === "close" ? "danger" : "primary"}>
              {word("bulk.run")}
            </button>
            <button type="button" onClick={() => onDone(false)}>
              {word("frame.cancel")}
            </button>
          </div>
        </form>
      ) : (
        <div class="stack">
          <WorkProgress work={work} name={word(`bulk.${action}Title`)} />
          <p role="status">
            {work.progress.value === null && word("bulk.done", { count: told.length - refused.length })}
            {work.progress.value === null &&
              told.length < postings.length &&
              ` ${word("bulk.left", { count: postings.length - told.length })}`}
          </p>
          <Trouble text={trouble.value} />
          {refused.length > 0 && (
            <>
              <p>
                <strong>{word("bulk.refused", { count: refused.length })}</strong>
              </p>
              <ul class="bulk-refused">
                {refused.map(({ code, sentence }) => (
                  <li key={code}>
                    <a href={`/admin/postings/${code}`}>{titleOf(code)}</a>: {sentence}
                  </li>
                ))}
              </ul>
            </>
          )}
          <CloseButton onClose={() => onDone(true)} />
        </div>
      )}
    </Dialog>
  );
}

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly options: readonly T[];
  readonly value: T;
  readonly text: (one: T) => string;
  readonly onPick: (one: T) => void;
}

function Choice<T extends string>({ legend, options, value, text, onPick }: ChoiceProps<T>) {
  return (
    <fieldset class="field reasons">
      <legend>{legend}</legend>
      {options.map((one, index) => (
        <label key={one} class="check">
          <input
            type="radio"
            name="choice"
            checked={value === one}
            autofocus={index === 0}
            onChange={() => onPick(one)}
          />
          {text(one)}
        </label>
      ))}
    </fieldset>
  );
}
