// What can be done with the postings chosen in the list. Called by PostingList.
import type { Signal } from "@preact/signals";
import { useSignal } from "@preact/signals";
import type { PostingSummary } from "../../../server/domain/httpContract.ts";
import { OpenPrintDialog } from "../../wall/OpenPrintDialog.tsx";
import { word } from "../../words/words.ts";
import { type BulkAction, BulkDialog } from "./BulkDialog.tsx";

const ACTIONS: readonly BulkAction[] = ["close", "renew", "share", "pin"];
/** Postings printed together: a minute of printing. */
const PRINTED = 60;

interface Props {
  readonly chosen: Signal<ReadonlyMap<string, PostingSummary>>;
  readonly onDone: () => void;
}

export function BulkBar({ chosen, onDone }: Props) {
  const asking = useSignal<BulkAction | null>(null);
  const postings = [...chosen.value.values()];
  if (postings.length === 0) return null;
  const codes = postings.map(({ code }) => code).join(",");
  const open = postings.filter(({ state }) => state === "open").slice(0, PRINTED);
  return (
    <section class="bulk-bar" aria-label={word("bulk.bar")}>
      <strong role="status">{word("bulk.count", { count: postings.length })}</strong>
      {ACTIONS.map((action) => (
        <button key={action} type="button" onClick={() => (asking.value = action)}>
          {word(`bulk.${action}`)}
        </button>
      ))}
      {open.length > 0 && <OpenPrintDialog codes={open.map(({ code }) => code)} owner={open[0]?.owner.id ?? null} />}
      <a class="button" href={`/api/v1/exports?format=xlsx&closed=1&codes=${codes}`} download>
        {word("bulk.export")}
      </a>
      <button type="button" class="plain" onClick={() => (chosen.value = new Map())}>
        {word("bulk.none")}
      </button>
      {asking.value !== null && (
        <BulkDialog
          action={asking.value}
          postings={postings}
          onDone={(changed) => {
            asking.value = null;
            if (changed) onDone();
          }}
        />
      )}
    </section>
  );
}
