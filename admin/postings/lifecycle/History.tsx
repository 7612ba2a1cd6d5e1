// What the public saw, publication by publication, and the way to take an older text back into the working copy. Called by PostingLinks.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { VersionLine } from "../../api.ts";
import { api } from "../../api.ts";
import { offerUndo } from "../../frame/undo.ts";
import { CloseButton } from "../../parts/CloseButton.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { dayAndHour } from "../../words/formats.ts";
import { word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";

export function History({ mayRestore, onDone }: { readonly mayRestore: boolean; readonly onDone: () => void }) {
  const editor = useEditor();
  const versions = useSignal<readonly VersionLine[]>([]);
  const trouble = useSignal<string | null>(null);
  const { code, published } = editor.answer.value.posting;
  useEffect(() => {
    api.versions(code).then(
      (answer) => (versions.value = [...answer.versions].sort((a, b) => b.revision - a.revision)),
      (error: unknown) => (trouble.value = error instanceof Error ? error.message : String(error)),
    );
  }, [code]);
  const restore = (version: VersionLine) => {
    const before = editor.content.peek();
    editor.replace(version.published.content);
    offerUndo(word("history.restored"), () => editor.replace(before));
    onDone();
  };
  return (
    <Dialog title={word("links.history")} onClose={onDone}>
      <p class="quiet">{word("history.about")}</p>
      <Trouble text={trouble.value} />
      <ul class="history">
        {versions.value.map((version) => (
          <li key={version.revision}>
            <span>
              <b>{dayAndHour(version.published.publishedAt)}</b> · {version.actor}
              <br />
              <span lang={version.published.content.sourceLocale}>{version.published.content.title.written.text}</span>
            </span>
            {version.revision === published?.revision ? (
              <small>{word("history.now")}</small>
            ) : (
              mayRestore && (
                <button type="button" onClick={() => restore(version)}>
                  {word("history.restore")}
                </button>
              )
            )}
          </li>
        ))}
      </ul>
      <CloseButton onClose={onDone} />
    </Dialog>
  );
}
