// Hands the editor of the posting to every block and field of its form.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Editor } from "../editor.ts";

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error("outside of a posting's form");
  return editor;
}
