// The ways to the real display, page and poster while a posting is open; its older versions; a copy to begin a similar one with.
// Called by PostingPage.
import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { pagePath } from "../../../server/domain/address.ts";
import { asModel } from "../../../server/domain/asModel.ts";
import { api } from "../../api.ts";
import { Trouble } from "../../parts/Trouble.tsx";
import { allowed, noteEndedSession, ownerOf, owners } from "../../session/session.ts";
import { OpenPostTexts } from "../../wall/OpenPostTexts.tsx";
import { OpenPrintDialog } from "../../wall/OpenPrintDialog.tsx";
import { spokenLocale, word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";
import { History } from "./History.tsx";
import { ModelDialog } from "./ModelDialog.tsx";

export function PostingLinks() {
  const editor = useEditor();
  const { route } = useLocation();
  const history = useSignal(false);
  const model = useSignal<"asking" | "saved" | null>(null);
  const trouble = useSignal<string | null>(null);
  const { state, posting } = editor.answer.value;
  const locale = spokenLocale().id;
  const owner = ownerOf(posting.owner);
  const office = owner?.kind === "office" ? owner : owners.value.find(({ kind }) => kind === "office");
  const mayWrite = allowed("write", posting.owner, editor.content.value.section);
  const duplicate = async () => {
    try {
      const content = asModel(editor.content.peek());
      const copy = await api.createPosting({ owner: posting.owner, content });
      route(`/admin/postings/${copy.posting.code}`);
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  return (
    <div class="posting-links">
      <span class="code">
        {word("links.code")} <b>{posting.code}</b>
      </span>
      {editor.content.value.parent !== null && (
        <a href={`/admin/postings/${editor.content.value.parent}`}>{word("event.parent")}</a>
      )}
      {posting.published !== null && (
        <a href={pagePath(posting.code, locale)} target="_blank" rel="noopener">
          {word("links.page")}
        </a>
      )}
      {state === "open" && (
        <>
          {office && (
            <a href={`/kiosk/?office=${office.id}`} target="_blank" rel="noopener">
              {word("links.display", { office: office.name })}
            </a>
          )}
          <a href={`/posters/${posting.code}.pdf?lang=${locale}&size=a4`} target="_blank" rel="noopener">
            {word("links.poster")}
          </a>
          <OpenPrintDialog codes={[posting.code]} owner={posting.owner} />
          <OpenPostTexts code={posting.code} office={null} />
        </>
      )}
      {posting.published !== null && (
        <button type="button" class="plain" onClick={() => (history.value = true)}>
          {word("links.history")}
        </button>
      )}
      {mayWrite && (
        <button type="button" class="plain" onClick={() => void duplicate()}>
          {word("links.duplicate")}
        </button>
      )}
      {mayWrite && (
        <button type="button" class="plain" onClick={() => (model.value = "asking")}>
          {word("links.model")}
        </button>
      )}
      <span role="status">{model.value === "saved" && word("model.saved")}</span>
      <Trouble text={trouble.value} />
      {model.value === "asking" && <ModelDialog onDone={(saved) => (model.value = saved ? "saved" : null)} />}
      {history.value && <History mayRestore={mayWrite && state !== "closed"} onDone={() => (history.value = false)} />}
    </div>
  );
}
