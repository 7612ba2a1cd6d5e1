// The on-screen keyboard: the letters of the visit's language in real buttons, so that a screen reader and a switch can use it too. Called by SearchView.
import { useState } from "preact/hooks";
import type { Locale } from "../../server/domain/locale.ts";
import type { Words } from "../../templates/parts/words.ts";
import { DIGITS, inOneRow, lettersOf } from "./keyboards.ts";

interface KeyboardProps {
  readonly locale: Locale;
  readonly words: Words;
  readonly value: string;
  /** Ten targets do not stand side by side on this glass. */
  readonly narrow: boolean;
  readonly onChange: (value: string) => void;
}

const LONGEST = 60;

export function Keyboard({ locale, words: { t }, value, narrow, onChange }: KeyboardProps) {
  const [digits, setDigits] = useState(false);
  const laidOut = digits ? DIGITS : lettersOf(locale);
  const rows = narrow ? [inOneRow(laidOut)] : laidOut;
  const type = (sign: string) => onChange((value + sign).slice(0, LONGEST));
  return (
    <div class={narrow ? "keys keys-narrow" : "keys"}>
      {rows.map((row, at) => (
        <div key={`${row}${at}`} class="keys-row">
          {[...row].map((sign) => (
            <button key={sign} type="button" class="key" onClick={() => type(sign)}>
              {sign}
            </button>
          ))}
        </div>
      ))}
      <div class="keys-row">
        <button type="button" class="key key-word" onClick={() => setDigits(!digits)}>
          {t(digits ? "touch:letters" : "touch:digits")}
        </button>
        <button type="button" class="key key-space" onClick={() => type(" ")}>
          {t("touch:space")}
        </button>
        <button type="button" class="key key-word" onClick={() => onChange(value.slice(0, -1))}>
          {t("touch:delete")}
        </button>
        <button type="button" class="key key-word" onClick={() => onChange("")}>
          {t("touch:clear")}
        </button>
      </div>
    </div>
  );
}
