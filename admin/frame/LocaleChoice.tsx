// The language of the interface, each by its own name. Called by the header and the sign-in page.
import { useId } from "preact/hooks";
import { chooseLocale, interfaceLocales, spokenLocale, word } from "../words/words.ts";

export function LocaleChoice() {
  const id = useId();
  return (
    <span class="locale-choice">
      <label for={id}>{word("frame.language")}</label>
      <select id={id} value={spokenLocale().id} onChange={(event) => void chooseLocale(event.currentTarget.value)}>
        {interfaceLocales.map(({ id: locale, name }) => (
          <option key={locale} value={locale} lang={locale}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
