// Label, control, help and problem as one unit, tied together for screen readers. The base of every field of the desk.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface ControlAria {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean | undefined;
}

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly problem?: string | null;
  /** What is worth knowing about what stands here; keeps nobody from saving it. */
  readonly note?: ComponentChildren;
  /** How many of the form's twelve columns it takes. */
  readonly span?: number;
  readonly children: (aria: ControlAria) => ComponentChildren;
}

export function PlainField({ id, label, help, problem = null, note, span = 12, children }: Props) {
  const own = useId();
  const control = id ?? own;
  const described = [help && `${control}-help`, note && `${control}-note`, problem && `${control}-problem`]
    .filter(Boolean)
    .join(" ");
  return (
    <div class={`field span-${span}`}>
      <label for={control}>{label}</label>
      {children({
        id: control,
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": problem === null ? undefined : true,
      })}
      {problem !== null && (
        <p class="problem" id={`${control}-problem`}>
          {problem}
        </p>
      )}
      {note && <div id={`${control}-note`}>{note}</div>}
      {help && (
        <p class="help" id={`${control}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
