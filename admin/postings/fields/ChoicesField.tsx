// Several of a closed list as check boxes in a row; the order is the list's.
import { useId } from "preact/hooks";
import { word } from "../../words/words.ts";
import { problemAt } from "../problemsOf.ts";
import { useEditor } from "./EditorContext.ts";
import type { FieldProps } from "./FormField.tsx";
import { controlId } from "./FormField.tsx";

interface Props<Value extends string> extends FieldProps {
  readonly options: readonly Value[];
  readonly text: (option: Value) => string;
  readonly value: readonly Value[];
  readonly onPick: (value: Value[]) => void;
}

export function ChoicesField<Value extends string>(props: Props<Value>) {
  const { path, name, help = false, span = 12, options, text, value, onPick } = props;
  const id = useId();
  const problem = problemAt(useEditor().problems.value, path);
  const all = [...options, ...value.filter((one) => !options.includes(one))];
  return (
    <fieldset
      class={`field choices span-${span}`}
      aria-describedby={problem ? `${id}-problem` : help ? `${id}-help` : undefined}
    >
      <legend>{word(`field.${name}`)}</legend>
      <div class="choice-row">
        {all.map((option, index) => (
          <label key={option} class="check">
            <input
              id={index === 0 ? controlId(path) : undefined}
              type="checkbox"
              checked={value.includes(option)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                onPick(all.filter((one) => (one === option ? on : value.includes(one))));
              }}
            />
            {text(option)}
          </label>
        ))}
      </div>
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {word(`problem.${problem.key}`, problem.values)}
        </p>
      )}
      {help && (
        <p class="help" id={`${id}-help`}>
          {word(`fieldHelp.${name}`)}
        </p>
      )}
    </fieldset>
  );
}
