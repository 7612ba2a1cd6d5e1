// One page of a poster, set as fitSheet found it: band, title, facts as a table, the way to apply beside the QR, the small print.
// Called by Poster. No <dl>, <strong> or text in CSS: the PDF's tags would not carry them.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { SHAPE_OF } from "../../server/domain/section.ts";
import { demonstrationWord } from "../parts/noticeWords.ts";
import { Qr } from "../parts/qr.tsx";
import { Shape } from "../parts/Shape.tsx";
import { sectionWords } from "../parts/sectionWords.ts";
import type { Words } from "../parts/words.ts";
import type { SheetRow } from "./sheetRow.ts";
import { rowMark } from "./sheetRow.ts";
import type { ApplyLine, SheetText } from "./sheetText.ts";
import { smallPrint } from "./sheetText.ts";

export interface SheetProps {
  readonly posting: PublicPosting;
  readonly words: Words;
  readonly text: SheetText;
  readonly level: number;
  /** Classes of a larger paper or larger type, each with a space before it. */
  readonly kind: string;
  /** What the QR carries. */
  readonly address: string;
}

export function Sheet({ posting, words, text, level, kind, address }: SheetProps) {
  const { id, dir, name } = words.locale;
  const { section } = posting.content;
  const { word, note } = sectionWords(section, words);
  const langOf = (line: { lang: string }) => (line.lang === id ? undefined : line.lang);
  return (
    <article class={`sheet${kind}`} lang={id} dir={dir} data-section={section} data-fit={level}>
      <header class="sheet-band">
        <Shape name={SHAPE_OF[section]} />
        <p class="sheet-section">{word}</p>
        {note !== null && <p class="sheet-note">{note}</p>}
        {posting.demonstration && <p class="sheet-demonstration">{demonstrationWord(posting, words)}</p>}
        <p class="sheet-language">{name}</p>
      </header>
      <h1 lang={langOf(text.title)}>{text.title.text}</h1>
      <Mark said={text.titleMark} />
      {text.reserved.length > 0 && (
        <div class="sheet-reserved">
          {text.reserved.map((line) => (
            <p lang={langOf(line)}>{line.text}</p>
          ))}
          <Mark said={text.reservedMark} />
        </div>
      )}
      {text.rows.length > 0 && (
        <table class="sheet-facts">
          <tbody>
            {text.rows.map((row) => (
              <Row row={row} langOf={langOf} />
            ))}
          </tbody>
        </table>
      )}
      {text.paragraphs.length > 0 && (
        <div class={text.rows.length === 0 ? "sheet-text is-told" : "sheet-text"}>
          {text.paragraphs.map((line) => (
            <p lang={langOf(line)}>{line.text}</p>
          ))}
          <Mark said={text.paragraphsMark} />
        </div>
      )}
      <div class="sheet-low">
        <div class="sheet-way">
          <div class="sheet-how">
            <h2>{text.applyHeading}</h2>
            {text.apply.map((one) => (
              <Way one={one} langOf={langOf} />
            ))}
            {text.more !== null && <p>{text.more}</p>}
            <div class="sheet-space" />
            <p class="sheet-invitation">{text.invitation}</p>
            <p class="sheet-type">{text.orType}</p>
            <p class="sheet-address">{text.spoken}</p>
            {text.warning !== null && <p class="sheet-warning">{text.warning}</p>}
          </div>
          <Qr onPaper address={address} label={words.t("poster:qrLabel", { address: text.spoken })} />
        </div>
        <footer class="sheet-foot">
          {smallPrint(text).map((line) => (
            <p>{line}</p>
          ))}
        </footer>
      </div>
    </article>
  );
}

type LangOf = (line: { lang: string }) => string | undefined;

function Row({ row, langOf }: { row: SheetRow; langOf: LangOf }) {
  return (
    <tr class={`is-${row.lines[0]?.size}${row.stated ? "" : " is-unstated"}${row.tabular ? " is-tabular" : ""}`}>
      <th scope="row">{row.label}</th>
      <td>
        {row.lines.map((line) => (
          <p class={`sheet-${line.size}`} lang={langOf(line)}>
            {line.text}
          </p>
        ))}
        <Mark said={rowMark(row)} />
      </td>
    </tr>
  );
}

function Way({ one, langOf }: { one: ApplyLine; langOf: LangOf }) {
  return (
    <>
      {one.label !== null && <p class="sheet-way-label">{one.label}</p>}
      <p class={one.isChannel ? "sheet-channel" : undefined} lang={langOf(one.line)}>
        {one.line.text}
      </p>
      <Mark said={one.mark} />
    </>
  );
}

function Mark({ said }: { said: string | null }) {
  return said === null ? null : <p class="sheet-mark">{said}</p>;
}
