// Copies a text and says so. Where the browser does not allow it (plain http), the text stands beside it. Called where a secret is shown once.
import { useSignal } from "@preact/signals";
import { peopleWord } from "../words/words.ts";

export function CopyButton({ text }: { readonly text: string }) {
  const copied = useSignal(false);
  if (navigator.clipboard === undefined) return null;
  return (
    <button
      type="button"
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        copied.value = true;
      }}
    >
      <span role="status">{peopleWord(copied.value ? "copied" : "copy")}</span>
    </button>
  );
}
