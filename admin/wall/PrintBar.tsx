// For which wall, in which arrangement and languages to print, and the one PDF of everything on today's lists. Called by WallPage.

import { PAPER_FORMATS } from "../../server/domain/paper.ts";
import type { WallToday } from "../../server/domain/wall.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { interfaceLocales, wallWord } from "../words/words.ts";
import type { PrintChoice } from "./wallApi.ts";
import { printAddress } from "./wallApi.ts";

interface PrintBarProps {
  readonly office: string;
  readonly today: WallToday;
  readonly choice: PrintChoice;
  readonly onChoice: (choice: PrintChoice) => void;
  /** The bulletin was printed and hung: one sheet of all that is open. */
  readonly onBulletin: () => void;
}

export function PrintBar({ office, today, choice, onChoice, onBulletin }: PrintBarProps) {
  const again = today.reprint.flatMap(({ sheet, postings }) => {
    const over = new Set(postings.filter((one) => one.over).map(({ code }) => code));
    return sheet.entries.map(({ code }) => code).filter((code) => !over.has(code));
  });
  const codes = [...new Set([...again, ...today.hang.map(({ code }) => code)])].slice(0, 100);
  const lang = choice.locales.join(",");
  const toggle = (id: string) => {
    const kept = interfaceLocales.map((one) => one.id).filter((one) => (one === id) !== choice.locales.includes(one));
    if (kept.length > 0) onChoice({ ...choice, locales: kept });
  };
  return (
    <section class="wall-print" aria-labelledby="wall-print">
      <h2 id="wall-print">{wallWord("print.title")}</h2>
      <div class="wall-choices">
        <PlainField label={wallWord("walls.hangOn")}>
          {(aria) => (
            <select
              {...aria}
              value={choice.wall}
              onChange={(event) => onChoice({ ...choice, wall: event.currentTarget.value })}
            >
              {today.walls.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </PlainField>
        <PlainField label={wallWord("print.format")}>
          {(aria) => (
            <select
              {...aria}
              value={choice.format}
              onChange={(event) => onChoice({ ...choice, format: event.currentTarget.value })}
            >
              {PAPER_FORMATS.map((format) => (
                <option key={format} value={format}>
                  {wallWord(`format.${format}`)}
                </option>
              ))}
            </select>
          )}
        </PlainField>
        <fieldset class="wall-languages">
          <legend>{wallWord("print.languages")}</legend>
          {interfaceLocales.map(({ id, name }) => (
            <label key={id}>
              <input type="checkbox" checked={choice.locales.includes(id)} onChange={() => toggle(id)} /> {name}
            </label>
          ))}
        </fieldset>
      </div>
      <p class="wall-papers">
        {codes.length > 0 && (
          <a class="button primary" href={printAddress(office, choice, codes)} target="_blank" rel="noopener">
            {wallWord("print.all", { count: codes.length })}
          </a>
        )}
        <a href={`/offices/${office}/bulletin.pdf?lang=${lang}&place=${choice.wall}`} target="_blank" rel="noopener">
          {wallWord("print.bulletin")}
        </a>
        <button type="button" onClick={onBulletin}>
          {wallWord("print.bulletinHung")}
        </button>
        <a href={`/offices/${office}/report.pdf?lang=${lang}`} target="_blank" rel="noopener">
          {wallWord("print.report")}
        </a>
      </p>
    </section>
  );
}
