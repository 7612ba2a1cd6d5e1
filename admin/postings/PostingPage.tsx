// One posting at the desk: its lifecycle, its form, and how it will look. Shown by Desk at /admin/postings/{code}.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { PostingAnswer } from "../../server/domain/httpContract.ts";
import { api } from "../api.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { useShortcuts } from "../frame/shortcut.ts";
import { SectionMark } from "../parts/SectionMark.tsx";
import { allowed, noteEndedSession } from "../session/session.ts";
import { PinnedNotes } from "../today/PinnedNotes.tsx";
import { word } from "../words/words.ts";
import { ChecksContext } from "./checks/ChecksContext.ts";
import { createLiveChecks } from "./checks/liveChecks.ts";
import { ConflictDialog } from "./conflict/ConflictDialog.tsx";
import { createEditor } from "./editor.ts";
import { EditorContext } from "./fields/EditorContext.ts";
import { jumpToBlock } from "./jumpToBlock.ts";
import { LifecycleBar } from "./lifecycle/LifecycleBar.tsx";
import { PostingLinks } from "./lifecycle/PostingLinks.tsx";
import { Stages } from "./lifecycle/Stages.tsx";
import { PostingForm } from "./PostingForm.tsx";
import { Previews } from "./Previews.tsx";
import { SaveNote } from "./SaveNote.tsx";

export function PostingPage({ code }: { readonly code?: string }) {
  const answer = useSignal<PostingAnswer | null>(null);
  const trouble = useSignal<string | null>(null);
  useEffect(() => {
    answer.value = null;
    trouble.value = null;
    const read = async () => {
      try {
        answer.value = await api.posting(code ?? "");
      } catch (error) {
        noteEndedSession(error);
        trouble.value = error instanceof Error ? error.message : String(error);
      }
    };
    void read();
  }, [code]);
  if (trouble.value !== null) {
    return (
      <main id="content" class="page narrow stack">
        <PageTitle>{word("notFound.title")}</PageTitle>
        <p role="alert">{trouble.value}</p>
        <p>
          <a href="/admin/postings">{word("notFound.back")}</a>
        </p>
      </main>
    );
  }
  if (answer.value === null || answer.value.posting.code !== code)
    return <p class="loading">{word("frame.loading")}</p>;
  return <OpenPosting key={code} first={answer.value} />;
}

function OpenPosting({ first }: { readonly first: PostingAnswer }) {
  const editor = useMemo(() => createEditor(first), []);
  const checks = useMemo(() => createLiveChecks(editor), []);
  const view = useSignal<"write" | "preview">("write");
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (editor.save.peek().kind !== "saved") event.preventDefault();
    };
    addEventListener("beforeunload", leave);
    return () => {
      removeEventListener("beforeunload", leave);
      // Leaving by a link of the desk saves what the quiet time still held back.
      checks.dispose();
      void editor.flush().finally(editor.dispose);
    };
  }, []);
  useShortcuts([
    { keys: "ctrl+s", about: "shortcuts.save", run: () => void editor.flush() },
    { keys: "alt+pagedown", about: "shortcuts.nextBlock", run: () => jumpToBlock(1) },
    { keys: "alt+pageup", about: "shortcuts.blockBefore", run: () => jumpToBlock(-1) },
  ]);
  const { title, section } = editor.content.value;
  const { posting, state } = editor.answer.value;
  const mayWrite = allowed("write", posting.owner, section);
  return (
    <EditorContext.Provider value={editor}>
      <ChecksContext.Provider value={checks}>
        <main id="content" class={`posting viewing-${view.value}`}>
          <div class="posting-bar">
            <div class="posting-name">
              <SectionMark section={section} />
              <PageTitle tab={title.written.text}>
                <span lang={editor.content.value.sourceLocale}>
                  {title.written.text.trim() || word("form.untitled")}
                </span>
              </PageTitle>
            </div>
            <SaveNote />
            <LifecycleBar />
          </div>
          <Stages />
          <PostingLinks />
          {!mayWrite && <p class="notice">{word("form.readOnly")}</p>}
          {mayWrite && state === "closed" && <p class="notice">{word("form.closed")}</p>}
          <fieldset class="view-choice" aria-label={word("form.view")}>
            {(["write", "preview"] as const).map((one) => (
              <button key={one} type="button" aria-pressed={view.value === one} onClick={() => (view.value = one)}>
                {word(`form.${one}`)}
              </button>
            ))}
          </fieldset>
          <div class="posting-columns">
            <PostingForm readOnly={!mayWrite} />
            <Previews />
          </div>
          <PinnedNotes code={posting.code} owner={posting.owner} />
          {editor.conflict.value !== null && <ConflictDialog conflict={editor.conflict.value} />}
        </main>
      </ChecksContext.Provider>
    </EditorContext.Provider>
  );
}
