// A day, and an hour where one is known: Rome time. A bare day means the whole day. [T1]
import type { Moment } from "../../../server/domain/time.ts";
import { isDay } from "../../../server/domain/time.ts";
import { word } from "../../words/words.ts";
import { useEditor } from "./EditorContext.ts";
import type { FieldProps } from "./FormField.tsx";
import { controlId, FormField } from "./FormField.tsx";

interface Props extends FieldProps {
  readonly value: Moment | null;
  readonly onMoment: (moment: Moment | null) => void;
  readonly dayOnly?: boolean;
}

export function MomentField({ value, onMoment, dayOnly = false, ...field }: Props) {
  const editor = useEditor();
  const timeId = `${controlId(field.path)}-time`;
  const typed = (input: HTMLInputElement) => {
    // The browser gives "" both for nothing and for a day that does not exist; only the second is a mistake.
    const wrong = input.validity.badInput || (input.value !== "" && !isDay(input.value));
    editor.reject(field.path, wrong ? { key: "day" } : null);
    if (!wrong) onMoment(input.value === "" ? null : { day: input.value, time: value?.time ?? null });
  };
  return (
    <FormField {...field}>
      {(aria) => (
        <span class="moment">
          <input
            {...aria}
            type="date"
            min="2000-01-01"
            max="2099-12-31"
            defaultValue={value?.day ?? ""}
            onInput={(event) => typed(event.currentTarget)}
          />
          {!dayOnly && (
            <>
              <label for={timeId} class="unseen">
                {word("form.hourOf", { field: word(`field.${field.name}`) })}
              </label>
              <input
                id={timeId}
                type="time"
                disabled={value === null}
                defaultValue={value?.time ?? ""}
                onInput={(event) => value && onMoment({ day: value.day, time: event.currentTarget.value || null })}
              />
            </>
          )}
        </span>
      )}
    </FormField>
  );
}
