// One stretch of hours: which days, from when to when, by appointment or not. Called by the forms of opening hours and of mediators.
import type { ComponentChildren } from "preact";
import type { Opening } from "../../server/domain/owner.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { officeWord as word } from "../words/words.ts";
import { dayName } from "./hoursText.ts";

const DAYS = [0, 1, 2, 3, 4, 5, 6];

interface Props {
  readonly legend: string;
  readonly opening: Opening;
  readonly onChange: (change: Partial<Opening>) => void;
  readonly onRemove: () => void;
  /** Fields beside the hours. */
  readonly children?: ComponentChildren;
}

export function OpeningFields({ legend, opening, onChange, onRemove, children }: Props) {
  return (
    <fieldset class="office-row">
      <legend>{legend}</legend>
      <div class="choice-row">
        {DAYS.map((day) => (
          <label key={day} class="check">
            <input
              type="checkbox"
              checked={opening.days.includes(day)}
              onChange={({ currentTarget: { checked } }) =>
                onChange({ days: [...opening.days.filter((other) => other !== day), ...(checked ? [day] : [])].sort() })
              }
            />
            {dayName(day)}
          </label>
        ))}
      </div>
      {(["from", "to"] as const).map((side) => (
        <PlainField key={side} label={word(side)}>
          {(aria) => (
            <input
              {...aria}
              type="time"
              value={opening[side] ?? ""}
              onInput={({ currentTarget: { value } }) => onChange({ [side]: value === "" ? null : value })}
            />
          )}
        </PlainField>
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={opening.byAppointment}
          onChange={({ currentTarget }) => onChange({ byAppointment: currentTarget.checked })}
        />
        {word("appointment")}
      </label>
      {children}
      <button type="button" class="plain" aria-label={`${word("remove")}: ${legend}`} onClick={onRemove}>
        {word("remove")}
      </button>
    </fieldset>
  );
}
