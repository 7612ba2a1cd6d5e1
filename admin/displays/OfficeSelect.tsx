// Choice of one of the offices whose screens the person may care for. Called by the dialogs of displays.

import type { Action } from "../../server/domain/user.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { allowed, owners } from "../session/session.ts";
import { displayWord } from "../words/words.ts";

interface Props {
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly action?: Action;
}

export function OfficeSelect({ value, onChange, action = "administer" }: Props) {
  const offices = officesFor(action);
  return (
    <PlainField label={displayWord("field.office")}>
      {(aria) => (
        <select {...aria} required value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="" disabled>
            {displayWord("field.choose")}
          </option>
          {offices.map(({ id, name }) => (
            <option key={id} value={id} selected={id === value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </PlainField>
  );
}

export function officesFor(action: Action) {
  return owners.value.flatMap((owner) => (owner.kind === "office" && allowed(action, owner.id) ? [owner] : []));
}
