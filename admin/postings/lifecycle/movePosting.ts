// Moves a posting through its lifecycle and hands the answer to the editor. Called by the lifecycle bar and its dialogs.
import type { ClosePostingBody } from "../../../server/domain/httpContract.ts";
import { api } from "../../api.ts";
import type { Editor } from "../editor.ts";

type Step = "publish" | "suspend" | "resume" | "reopen" | { readonly close: ClosePostingBody["reason"] };

/** @returns the sentence of what went wrong, or null: done, or a conflict is open for the person to settle */
export async function movePosting(editor: Editor, step: Step): Promise<string | null> {
  if (!(await editor.flush()) && editor.conflict.peek() !== null) return null;
  const { code, revision } = editor.answer.peek().posting;
  try {
    editor.accept(
      typeof step === "string"
        ? await api.move(code, step, revision)
        : await api.close(code, { expected: revision, reason: step.close }),
    );
    return null;
  } catch (error) {
    return (await editor.meet(error)) ? null : error instanceof Error ? error.message : String(error);
  }
}
