// The index sheets of a bulletin: one section in one language, a row and a code for every posting, cut into pages by arithmetic.
// Called by services through http/templates. [N3] A page holds one section only, and every page says what the law demands.
import { renderToString } from "preact-render-to-string";
import { qrAddress, spokenAddress } from "../../server/domain/address.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Section } from "../../server/domain/section.ts";
import { SHAPE_OF } from "../../server/domain/section.ts";
import { romeDay } from "../../server/domain/time.ts";
import { cardFacts } from "../parts/cardFacts.ts";
import { formatsOf } from "../parts/formats.ts";
import { titleOf } from "../parts/line.ts";
import { equalTreatmentLine, reservedLine } from "../parts/noticeWords.ts";
import { Qr } from "../parts/qr.tsx";
import { Shape } from "../parts/Shape.tsx";
import { sectionWords } from "../parts/sectionWords.ts";
import type { Words } from "../parts/words.ts";
import { hyphenate } from "../poster/hyphenate.ts";
import { markText } from "../poster/sheetRow.ts";
import { channelsOf } from "../poster/sheetText.ts";
import { cut } from "../poster/shortenSheet.ts";
import { wrapText } from "../poster/wrapText.ts";

export interface IndexInput {
  /** Name of the office or network whose bulletin it is. */
  readonly board: string;
  readonly section: Section;
  /** All of this section; at least one. */
  readonly postings: readonly PublicPosting[];
  readonly words: Words;
  readonly publicUrl: string;
  readonly publicUrlIsReal: boolean;
  readonly place: string | null;
}

export interface IndexPages {
  readonly pages: readonly string[];
  readonly codes: readonly string[];
}

const MM = 72 / 25.4;
/** Between the margins, and of the deadline's column. */
const WIDTH = 190 * MM;
const UNTIL = 40 * MM;
/** Between code and words, and between words and deadline. */
const GUTTERS = 8.3 * MM;

/** Sizes of a row in points, written on the page as data-index: as large as all rows still stand on one page, else the smallest. */
const SIZES = [
  { title: 24, type: 16, code: 33.7 * MM },
  { title: 20, type: 14, code: 27.7 * MM },
  { title: 17, type: 13, code: 23.7 * MM },
  { title: 15, type: 12, code: 19.7 * MM },
] as const;
type Size = (typeof SIZES)[number];
/** More rows than the second smallest size has room for. */
const FEW = 8;
const LEADING = 1.25;
/** Above and below the words, with the rule; a code brings its own margin and stands close between the rules. */
const PADDING = 7;
const RULE = 1.55;
/** A4 within its margins, less band, heading, the head of the rows and the space before the foot. */
const ROOM = 277 * MM - (16 + 4 + 14 + 4 + 7 + 5) * MM - 0.75;
const FOOT_LINE = 12 * 1.3;
/** Its distance, padding and rule. */
const FOOT = 5 * MM + 6 + 0.75;
const TITLE_LETTERS = 120;
const LINE_LETTERS = 170;
const WAY_LETTERS = 90;

interface Row {
  readonly posting: PublicPosting;
  readonly title: string;
  readonly titleLang: string;
  readonly lines: readonly string[];
  readonly until: string;
  readonly untilStated: boolean;
  /** Below the deadline, where each row has room and the eye finds it. */
  readonly code: string;
  readonly address: string;
  /** Points. */
  readonly height: number;
  /** The deadline stands beside the words: where it alone is taller than they and the code, the height it needs. */
  readonly lowest: number | null;
}

export function indexPages(input: IndexInput): IndexPages {
  const { words } = input;
  const foot = [
    ...(input.section === "notice" ? [] : [equalTreatmentLine(words)]),
    ...(input.publicUrlIsReal ? [] : [words.t("poster:addressNotReal")]),
  ];
  const host = input.publicUrl.replace(/^https?:\/\//, "");
  const type = [
    words.t("poster:index.type", { address: `${host}/o/` }),
    words.t("poster:check", { address: `${host}/o` }),
  ].join(" ");
  const footHeight =
    FOOT + FOOT_LINE * [...foot, type].reduce((sum, line) => sum + wrapText(line, 400, 12, WIDTH).lines, 0);
  const room = ROOM - footHeight;
  const onOne =
    input.postings.length > FEW
      ? -1
      : SIZES.findIndex(
          (size) => input.postings.reduce((sum, posting) => sum + rowOf(posting, input, size).height, 0) <= room,
        );
  const size = onOne < 0 ? SIZES.length - 1 : onOne;
  const pages: Row[][] = [];
  let left = 0;
  for (const posting of input.postings) {
    const row = rowOf(posting, input, SIZES[size] as Size);
    if (row.height > left || pages.length === 0) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(row);
    left -= row.height;
  }
  const changed = Math.max(...input.postings.map(({ publishedAt }) => publishedAt));
  const on = formatsOf(words.locale).day(romeDay(changed), { year: true });
  return {
    pages: pages.map((rows, at) =>
      renderToString(
        <IndexPage
          {...input}
          size={size}
          rows={rows}
          foot={foot}
          type={type}
          on={on}
          page={at + 1}
          of={pages.length}
        />,
      ),
    ),
    codes: pages.flat().map(({ address }) => address),
  };
}

function rowOf(posting: PublicPosting, { words, publicUrl, place }: IndexInput, size: Size): Row {
  const locale = words.locale.id;
  const line = titleOf(posting, locale);
  const facts = cardFacts(posting, words, null);
  const until = facts.find(({ id }) => id === "until");
  const mark = markText([line, ...facts.flatMap((fact) => fact.lines)], words);
  const reserved = reservedLine(posting, words);
  const said = facts
    .filter(({ id, stated }) => id !== "until" && stated)
    .map((fact) => fact.lines.map(({ text }) => text).join(" · "));
  const width = WIDTH - UNTIL - size.code - GUTTERS;
  const channels = channelsOf(posting, words).map((one) => cut(one, WAY_LETTERS));
  const lines = [
    ...(reserved === null ? [] : [`${reserved.article}: ${reserved.whom}`]),
    cut(said.join(" · "), LINE_LETTERS),
    // Whoever has no camera in their pocket must find the way from the wall.
    ...(wrapText(channels.join(" · "), 400, size.type, width).lines === 1 ? [channels.join(" · ")] : channels),
    mark ?? "",
  ]
    .filter((one) => one !== "")
    .map((one) => hyphenate(one, locale));
  const title = hyphenate(cut(line.text, TITLE_LETTERS), line.lang);
  const ends = until === undefined ? "" : until.lines.map(({ text }) => text).join(" ");
  const code = words.t("poster:code", { code: posting.code });
  const stated = until?.stated === true;
  const type = (text: string, weight: 400 | 600 | 700, size: number, width: number) =>
    wrapText(text, weight, size, width).lines * size * LEADING;
  const told =
    type(title, 700, size.title, width) + lines.reduce((sum, one) => sum + type(one, 400, size.type, width), 0);
  const beside = type(ends, stated ? 600 : 400, size.type, UNTIL) + type(code, 400, size.type, UNTIL) + PADDING;
  const height = Math.max(size.code + RULE, told + PADDING);
  return {
    posting,
    title,
    titleLang: line.lang,
    lines,
    until: ends,
    untilStated: stated,
    code,
    address: qrAddress(publicUrl, posting.code, locale, posting.revision, place ?? undefined),
    height: Math.max(height, beside),
    lowest: beside > height ? beside : null,
  };
}

interface PageProps extends IndexInput {
  /** Index in SIZES. */
  readonly size: number;
  readonly rows: readonly Row[];
  readonly foot: readonly string[];
  readonly type: string;
  readonly on: string;
  readonly page: number;
  readonly of: number;
}

function IndexPage({ board, section, words, publicUrl, size, rows, foot, type, on, page, of, postings }: PageProps) {
  const { word, note } = sectionWords(section, words);
  const { id, name, dir } = words.locale;
  return (
    <article class="sheet is-index" lang={id} dir={dir} data-section={section} data-index={size}>
      <header class="sheet-band">
        <Shape name={SHAPE_OF[section]} />
        <p class="sheet-section">{word}</p>
        {note !== null && <p class="sheet-note">{note}</p>}
        {postings.some(({ demonstration }) => demonstration) && (
          <p class="sheet-demonstration">{words.t("card:demonstration")}</p>
        )}
        <p class="sheet-language">{name}</p>
      </header>
      <div class="index-head">
        <h1>{cut(board, 60)}</h1>
        <p>{words.t("poster:index.head", { count: postings.length, date: on, page, of })}</p>
      </div>
      <div class="index-columns">
        <p>{words.t("poster:index.scan")}</p>
        <p>{words.t("poster:index.posting")}</p>
        <p>{words.t("poster:index.until")}</p>
      </div>
      <ul class="index-rows">
        {rows.map((row) => (
          <li style={row.lowest === null ? undefined : { minHeight: `${row.lowest}pt` }}>
            <Qr
              onPaper
              address={row.address}
              label={words.t("poster:qrLabel", { address: spokenAddress(publicUrl, row.posting.code) })}
            />
            <p class="index-title" lang={row.titleLang === id ? undefined : row.titleLang}>
              {row.title}
            </p>
            {row.lines.length > 0 && <p>{row.lines.flatMap((line, at) => (at === 0 ? [line] : [<br />, line]))}</p>}
            <p class="index-until">
              {row.untilStated ? <b>{row.until}</b> : row.until}
              {row.until !== "" && <br />}
              {row.code}
            </p>
          </li>
        ))}
      </ul>
      <div class="sheet-low">
        <footer class="sheet-foot">
          {foot.map((line) => (
            <p>{line}</p>
          ))}
          <p>{type}</p>
        </footer>
      </div>
    </article>
  );
}
