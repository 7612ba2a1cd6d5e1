// A line or an area of text. What is typed stays as typed; null goes to the content where nothing is left.
import type { FieldProps } from "./FormField.tsx";
import { FormField } from "./FormField.tsx";
import type { Phrasing } from "./PhraseControl.tsx";
import { PhraseControl } from "./PhraseControl.tsx";

interface Props extends FieldProps {
  readonly value: string | null;
  readonly onText: (text: string | null) => void;
  readonly rows?: number;
  readonly kind?: "text" | "email" | "tel" | "url";
  /** Language of what is written here, where it is not the interface's. */
  readonly lang?: string;
  readonly required?: boolean;
  /** Phrases are offered while one types. */
  readonly phrases?: Phrasing | undefined;
}

export function TextField(props: Props) {
  const { value, onText, rows, kind = "text", lang, required = false, phrases, ...field } = props;
  const write = (text: string) => onText(text.trim() === "" && !required ? null : text);
  const changed = (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
    write(event.currentTarget.value);
  return (
    <FormField {...field}>
      {(aria) =>
        phrases !== undefined ? (
          <PhraseControl {...phrases} aria={aria} initial={value ?? ""} rows={rows} lang={lang} onText={write} />
        ) : rows === undefined ? (
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
