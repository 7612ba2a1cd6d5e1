// Free text that is translated as one piece: keeps its segment's id while its words change.
import type { Segment } from "../../../server/domain/segment.ts";
import { useEditor } from "./EditorContext.ts";
import type { FieldProps } from "./FormField.tsx";
import { TextField } from "./TextField.tsx";

interface Props extends FieldProps {
  readonly value: Segment | null;
  readonly onSegment: (segment: Segment | null) => void;
}

export function SegmentField({ value, onSegment, ...field }: Props) {
  const editor = useEditor();
  return (
    <TextField
      {...field}
      value={value?.text ?? null}
      lang={editor.content.value.sourceLocale}
      onText={(text) => onSegment(text === null ? null : { id: value?.id ?? editor.take(), text })}
    />
  );
}
