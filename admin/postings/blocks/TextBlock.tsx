// The two free texts: what it is about, and what one does. The only words that must be translated by someone.
import { useEditor } from "../fields/EditorContext.ts";
import { SegmentsField } from "../fields/SegmentsField.tsx";
import { Block } from "./Block.tsx";

export function TextBlock() {
  const editor = useEditor();
  const { summary, duties, section } = editor.content.value;
  const about = section === "event" || section === "notice" ? "text" : "summary";
  return (
    <Block name="text">
      <SegmentsField
        path="summary"
        name={about}
        help
        rows={about === "text" ? 6 : 3}
        value={summary}
        onSegments={(next) => editor.change((now) => ({ ...now, summary: next }))}
      />
      {(about === "summary" || duties.length > 0) && (
        <SegmentsField
          path="duties"
          name="duties"
          help
          rows={4}
          value={duties}
          onSegments={(next) => editor.change((now) => ({ ...now, duties: next }))}
        />
      )}
    </Block>
  );
}
