// A posting told briefly, in one language, in a part of a page: section, title, whom it is reserved to, facts, and where the box has room
// for it the way to apply and the code. Called by the sheets of several panels. Styles: panel.css.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { SHAPE_OF } from "../../server/domain/section.ts";
import { demonstrationWord } from "../parts/noticeWords.ts";
import { Qr } from "../parts/qr.tsx";
import { Shape } from "../parts/Shape.tsx";
import { sectionWords } from "../parts/sectionWords.ts";
import type { Words } from "../parts/words.ts";
import type { FittedPanel } from "./fitPanel.ts";
import type { PanelBox } from "./panelBox.ts";
import { rowMark } from "./sheetRow.ts";
import type { SheetText } from "./sheetText.ts";

export interface PanelProps {
  readonly posting: PublicPosting;
  readonly words: Words;
  readonly box: PanelBox;
  readonly fitted: FittedPanel;
  /** What its code carries; null where the page has one for all. */
  readonly address: string | null;
}

export function Panel({ posting, words, box, fitted, address }: PanelProps) {
  const { text, level } = fitted;
  const { id, dir, name } = words.locale;
  const { section } = posting.content;
  const { word, note } = sectionWords(section, words);
  const langOf = (line: { lang: string }) => (line.lang === id ? undefined : line.lang);
  const facts = (
    <>
      <Facts text={text} langOf={langOf} />
      <div class="panel-space" />
    </>
  );
  return (
    <article class={`panel is-${box.name}`} lang={id} dir={dir} data-section={section} data-panel={level}>
      <header class="panel-head">
        <Shape name={SHAPE_OF[section]} />
        <p class="panel-section">{word}</p>
        {note !== null && <p class="panel-note">{note}</p>}
        <div class="panel-told">
          {posting.demonstration && <p class="panel-demonstration">{demonstrationWord(posting, words)}</p>}
          <p class="panel-language">{name}</p>
        </div>
      </header>
      <h1 lang={langOf(text.title)}>{text.title.text}</h1>
      <Mark said={text.titleMark} />
      {text.reserved.length > 0 && (
        <div class="panel-reserved">
          {text.reserved.map((line) => (
            <p lang={langOf(line)}>{line.text}</p>
          ))}
          <Mark said={text.reservedMark} />
        </div>
      )}
      {!box.beside && facts}
      {(address !== null || box.beside) && (
        <div class="panel-body">
          <div class="panel-column">
            {box.beside && facts}
            <Way text={text} langOf={langOf} />
          </div>
          {address !== null && (
            <Qr onPaper address={address} label={words.t("poster:qrLabel", { address: text.spoken })} />
          )}
        </div>
      )}
      <footer class="panel-foot">
        {[...text.laws, ...text.foot].map((line) => (
          <p>{line}</p>
        ))}
      </footer>
    </article>
  );
}

type LangOf = (line: { lang: string }) => string | undefined;

function Facts({ text, langOf }: { text: SheetText; langOf: LangOf }) {
  return (
    <>
      {text.rows.length > 0 && (
        <table class="panel-facts">
          <tbody>
            {text.rows.map((row) => (
              <tr class={`is-${row.lines[0]?.size}${row.tabular ? " is-tabular" : ""}`}>
                <th scope="row">{row.label}</th>
                <td>
                  {row.lines.map((line) => (
                    <p class={line.size === "fact" ? "panel-fact" : "panel-plain"} lang={langOf(line)}>
                      {line.text}
                    </p>
                  ))}
                  <Mark said={rowMark(row)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {text.paragraphs.length > 0 && (
        <div class={text.rows.length === 0 ? "panel-text is-told" : "panel-text"}>
          {text.paragraphs.map((line) => (
            <p lang={langOf(line)}>{line.text}</p>
          ))}
          <Mark said={text.paragraphsMark} />
        </div>
      )}
    </>
  );
}

function Way({ text, langOf }: { text: SheetText; langOf: LangOf }) {
  return (
    <div class="panel-way">
      {text.apply.length > 0 && <h2>{text.applyHeading}</h2>}
      {text.apply.map(({ line, mark }) => (
        <>
          <p class="panel-channel" lang={langOf(line)}>
            {line.text}
          </p>
          <Mark said={mark} />
        </>
      ))}
      <p class="panel-invitation">{text.invitation}</p>
      <p class="panel-address">{text.spoken}</p>
      {text.warning !== null && <p class="panel-warning">{text.warning}</p>}
    </div>
  );
}

function Mark({ said }: { said: string | null }) {
  return said === null ? null : <p class="panel-mark">{said}</p>;
}
