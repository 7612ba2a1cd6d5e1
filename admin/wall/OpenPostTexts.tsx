// The button that opens what is ready for virtual boards, whose code is fetched only then. Called by the posting's page and the wall.
import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { wallWord } from "../words/words.ts";

interface DialogProps {
  readonly code: string | null;
  readonly office: string | null;
  readonly onClose: () => void;
}

export function OpenPostTexts({ code, office }: { readonly code: string | null; readonly office: string | null }) {
  const shown = useSignal<{ readonly Dialog: ComponentType<DialogProps> } | null>(null);
  const open = async () => {
    shown.value = { Dialog: (await import("./PostTexts.tsx")).default };
  };
  return (
    <>
      <button type="button" class="plain" data-opens="post" onClick={() => void open()}>
        {wallWord(code === null ? "post.openWeek" : "post.open")}
      </button>
      {shown.value !== null && <shown.value.Dialog code={code} office={office} onClose={() => (shown.value = null)} />}
    </>
  );
}
