// Free text of several sentences, or a list with one item a line; every piece keeps its id while it stays (domain/segment). [S1][S2]
import type { PhraseKind } from "../../../server/domain/phrase.ts";
import type { Segment } from "../../../server/domain/segment.ts";
import { resegment, sentencesOf } from "../../../server/domain/segment.ts";
import { textOfSegments } from "../textOfSegments.ts";
import { useEditor } from "./EditorContext.ts";
import type { FieldProps } from "./FormField.tsx";
import { phrasing } from "./phrasing.ts";
import { TextField } from "./TextField.tsx";

interface Props extends FieldProps {
  readonly value: readonly Segment[];
  readonly onSegments: (segments: Segment[]) => void;
  /** One item a line, instead of sentences. */
  readonly lines?: boolean;
  readonly rows?: number;
  readonly phrases?: PhraseKind;
}

export function SegmentsField({ value, onSegments, lines = false, rows = 3, phrases, ...field }: Props) {
  const editor = useEditor();
  const text = lines ? value.map((segment) => segment.text).join("\n") : textOfSegments(value);
  return (
    <TextField
      {...field}
      rows={rows}
      lang={editor.content.value.sourceLocale}
      value={text}
      phrases={phrasing(editor, phrases, value)}
      onText={(written) => onSegments(resegment(value, written ?? "", editor.take, lines ? linesOf : sentencesOf))}
    />
  );
}

export function linesOf(text: string): string[] {
  return text
    .normalize("NFC")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
