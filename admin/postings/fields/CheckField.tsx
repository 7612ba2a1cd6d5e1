// A single yes or no.
import { word } from "../../words/words.ts";
import type { FieldProps } from "./FormField.tsx";
import { controlId } from "./FormField.tsx";

interface Props extends FieldProps {
  readonly value: boolean;
  readonly onCheck: (value: boolean) => void;
}

export function CheckField({ path, name, help = false, span = 12, value, onCheck }: Props) {
  const id = controlId(path);
  return (
    <div class={`field span-${span}`}>
      <label class="check" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={value}
          aria-describedby={help ? `${id}-help` : undefined}
          onChange={(event) => onCheck(event.currentTarget.checked)}
        />
        {word(`field.${name}`)}
      </label>
      {help && (
        <p class="help" id={`${id}-help`}>
          {word(`fieldHelp.${name}`)}
        </p>
      )}
    </div>
  );
}
