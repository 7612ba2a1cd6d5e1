// A field of the posting's form: PlainField with the problem that stands at its path. Called by the typed fields beside it.
import type { ComponentChildren } from "preact";
import type { ControlAria } from "../../parts/PlainField.tsx";
import { PlainField } from "../../parts/PlainField.tsx";
import { word } from "../../words/words.ts";
import { notesAt } from "../checks/ChecksContext.ts";
import { FieldNote } from "../checks/FieldNote.tsx";
import { problemAt } from "../problemsOf.ts";
import { useEditor } from "./EditorContext.ts";

export interface FieldProps {
  /** Where the value lies in the content, "job.pay.min"; also names the control. */
  readonly path: string;
  /** Key below "field." in admin.json. */
  readonly name: string;
  /** True where "fieldHelp.<name>" explains it. */
  readonly help?: boolean;
  readonly span?: number;
}

export function FormField(props: FieldProps & { readonly children: (aria: ControlAria) => ComponentChildren }) {
  const { path, name, help = false, span = 12, children } = props;
  const problem = problemAt(useEditor().problems.value, path);
  const notes = notesAt(path);
  return (
    <PlainField
      id={controlId(path)}
      label={word(`field.${name}`)}
      help={help ? word(`fieldHelp.${name}`) : undefined}
      problem={problem === null ? null : word(`problem.${problem.key}`, problem.values)}
      note={notes.length === 0 ? undefined : notes.map((one) => <FieldNote key={one.reason} finding={one} />)}
      span={span}
    >
      {children}
    </PlainField>
  );
}

export function controlId(path: string): string {
  return `field-${path.replaceAll(".", "-")}`;
}
