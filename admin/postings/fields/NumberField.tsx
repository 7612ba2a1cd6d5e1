// A number typed as text, because number fields change their value under a mouse wheel and dislike the comma.
import { useEffect } from "preact/hooks";
import { numberText } from "../../words/formats.ts";
import { useEditor } from "./EditorContext.ts";
import type { FieldProps } from "./FormField.tsx";
import { FormField } from "./FormField.tsx";
import { readNumber } from "./readNumber.ts";

interface Props extends FieldProps {
  readonly value: number | null;
  readonly onNumber: (value: number | null) => void;
  readonly whole?: boolean;
}

export function NumberField({ value, onNumber, whole = false, ...field }: Props) {
  const editor = useEditor();
  useEffect(() => () => editor.reject(field.path, null), []);
  const typed = (text: string) => {
    const number = readNumber(text);
    const wrong = number !== null && (Number.isNaN(number) || (whole && !Number.isInteger(number)));
    editor.reject(field.path, wrong ? { key: whole ? "wholeNumber" : "number" } : null);
    if (!wrong) onNumber(number);
  };
  return (
    <FormField {...field}>
      {(aria) => (
        <input
          {...aria}
          type="text"
          class="number"
          inputMode={whole ? "numeric" : "decimal"}
          autocomplete="off"
          defaultValue={value === null ? "" : numberText(value)}
          onInput={(event) => typed(event.currentTarget.value)}
        />
      )}
    </FormField>
  );
}
