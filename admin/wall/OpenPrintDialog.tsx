// The button that opens the print dialog, whose code is fetched only then. Called by the posting's page and the list.
import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { wallWord } from "../words/words.ts";

interface DialogProps {
  readonly codes: readonly string[];
  readonly owner: string | null;
  readonly onClose: () => void;
}

export function OpenPrintDialog({
  codes,
  owner,
}: {
  readonly codes: readonly string[];
  readonly owner: string | null;
}) {
  // In a holder: a signal would call a bare function.
  const shown = useSignal<{ readonly Dialog: ComponentType<DialogProps> } | null>(null);
  const open = async () => {
    shown.value = { Dialog: (await import("./PrintDialog.tsx")).default };
  };
  return (
    <>
      <button type="button" class="plain" data-opens="print" disabled={codes.length === 0} onClick={() => void open()}>
        {wallWord("dialog.open", { count: codes.length })}
      </button>
      {shown.value !== null && <shown.value.Dialog codes={codes} owner={owner} onClose={() => (shown.value = null)} />}
    </>
  );
}
