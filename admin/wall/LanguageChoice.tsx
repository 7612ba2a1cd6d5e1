// Which languages a sheet is printed in: at least one. Called by PrintBar and PrintDialog.
import { interfaceLocales, wallWord } from "../words/words.ts";

interface LanguageChoiceProps {
  readonly locales: readonly string[];
  readonly onChange: (locales: readonly string[]) => void;
}

export function LanguageChoice({ locales, onChange }: LanguageChoiceProps) {
  const toggle = (id: string) => {
    const kept = interfaceLocales.map((one) => one.id).filter((one) => (one === id) !== locales.includes(one));
    if (kept.length > 0) onChange(kept);
  };
  return (
    <fieldset class="wall-languages">
      <legend>{wallWord("print.languages")}</legend>
      {interfaceLocales.map(({ id, name }) => (
        <label key={id} class="check">
          <input type="checkbox" checked={locales.includes(id)} onChange={() => toggle(id)} />
          <span lang={id}>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
