// Free text that is translated as one piece: keeps its segment's id while its words change.
import type { PhraseKind } from "../../../server/domain/phrase.ts";
import type { Segment } from "../../../server/domain/segment.ts";
import { useEditor } from "./EditorContext.ts";
import type { FieldProps } from "./FormField.tsx";
import { phrasing } from "./phrasing.ts";
import { TextField } from "./TextField.tsx";

interface Props extends FieldProps {
  readonly value: Segment | null;
  readonly onSegment: (segment: Segment | null) => void;
  readonly phrases?: PhraseKind;
}

export function SegmentField({ value, onSegment, phrases, ...field }: Props) {
  const editor = useEditor();
  return (
    <TextField
      {...field}
      value={value?.text ?? null}
      phrases={phrasing(editor, phrases, value === null ? [] : [value])}
      lang={editor.content.value.sourceLocale}
      onText={(text) => onSegment(text === null ? null : { id: value?.id ?? editor.take(), text })}
    />
  );
}
