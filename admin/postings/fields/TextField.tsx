// A line or an area of text. What is typed stays as typed; null goes to the content where nothing is left.
import type { FieldProps } from "./FormField.tsx";
import { FormField } from "./FormField.tsx";

interface Props extends FieldProps {
  readonly value: string | null;
  readonly onText: (text: string | null) => void;
  readonly rows?: number;
  readonly kind?: "text" | "email" | "tel" | "url";
  /** Language of what is written here, where it is not the interface's. */
  readonly lang?: string;
  readonly required?: boolean;
}

export function TextField({ value, onText, rows, kind = "text", lang, required = false, ...field }: Props) {
  const changed = (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
    const { value: text } = event.currentTarget;
    onText(text.trim() === "" && !required ? null : text);
  };
  return (
    <FormField {...field}>
      {(aria) =>
        rows === undefined ? (
          <input
            {...aria}
            type="text"
            inputMode={kind}
            {...(lang === undefined ? {} : { lang })}
            {...(required ? { "aria-required": true } : {})}
            autocomplete="off"
            defaultValue={value ?? ""}
            onInput={changed}
          />
        ) : (
          <textarea
            {...aria}
            rows={rows}
            {...(lang === undefined ? {} : { lang })}
            defaultValue={value ?? ""}
            onInput={changed}
          />
        )
      }
    </FormField>
  );
}
