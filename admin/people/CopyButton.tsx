// Copies a text and says so. Where the browser does not allow it (plain http), the text stands beside it. Called where a secret is shown once.
import { useSignal } from "@preact/signals";
import { peopleWord } from "../words/words.ts";

export function CopyButton({ text }: { readonly text: string }) {
  const copied = useSignal(false);
  if (navigator.clipboard === undefined) return null;
  return (
    <>
      <button
        type="button"
        onClick={async () => {
          await navigator.clipboard.writeText(text);
          copied.value = true;
        }}
      >
        {peopleWord(copied.value ? "copied" : "copy")}
      </button>
      {/* Beside the button: what stands inside one is not read out by itself. */}
      <span role="status" class="unseen">
        {copied.value && peopleWord("copied")}
      </span>
    </>
  );
}
