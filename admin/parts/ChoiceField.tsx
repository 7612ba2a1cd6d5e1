// One of a few, as a labelled select. Called by the pages of walls and printing.
import { PlainField } from "./PlainField.tsx";

interface ChoiceFieldProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly onChange: (id: Id) => void;
}

export function ChoiceField<Id extends string>({ label, value, options, onChange }: ChoiceFieldProps<Id>) {
  return (
    <PlainField label={label}>
      {(aria) => (
        <select {...aria} value={value} onChange={(event) => onChange(event.currentTarget.value as Id)}>
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </PlainField>
  );
}
