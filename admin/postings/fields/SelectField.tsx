// One of a closed list, or "not stated" where the fact may be missing.
import { word } from "../../words/words.ts";
import type { FieldProps } from "./FormField.tsx";
import { FormField } from "./FormField.tsx";

interface Props<Value extends string> extends FieldProps {
  readonly options: readonly Value[];
  readonly text: (option: Value) => string;
  readonly value: Value | null;
  /** Without it there is no empty choice. */
  readonly onNone?: () => void;
  readonly onPick: (value: Value) => void;
}

export function SelectField<Value extends string>({ options, text, value, onNone, onPick, ...field }: Props<Value>) {
  // What came from elsewhere and is not in our list must stay to be seen.
  const all = value === null || options.includes(value) ? options : [...options, value];
  return (
    <FormField {...field}>
      {(aria) => (
        <select
          {...aria}
          value={value ?? ""}
          onChange={(event) => {
            const picked = all.find((option) => option === event.currentTarget.value);
            if (picked === undefined) onNone?.();
            else onPick(picked);
          }}
        >
          {(onNone || value === null) && <option value="">{word("form.notStated")}</option>}
          {all.map((option) => (
            <option key={option} value={option}>
              {text(option)}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
