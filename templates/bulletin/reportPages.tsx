// The weekly report on paper: four large figures, then sections, specials, areas and sectors, as many tables a page as find room.
// Called through http/templates.
// Numbers stand in tables with headings for rows and columns; a change is said in words and figures, never by colour.

import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Section } from "../../server/domain/section.ts";
import { SHAPE_OF } from "../../server/domain/section.ts";
import type { Tally, WeekReport } from "../../server/domain/weekReport.ts";
import { formatsOf } from "../parts/formats.ts";
import { Shape } from "../parts/Shape.tsx";
import type { Words } from "../parts/words.ts";
import { cut } from "../poster/shortenSheet.ts";

export interface ReportInput {
  readonly board: string;
  readonly report: WeekReport;
  readonly words: Words;
  readonly publicUrl: string;
  readonly demonstration: boolean;
}

/** In millimetres, as bulletin.css sets them: between heading and foot, the four figures, a table's caption and head, a row. */
const ROOM = 225;
const FIGURES = 30.5;
const HEAD = 22.4;
const ROW = 7.9;

interface Line extends Tally {
  readonly name: string;
  readonly section?: Section;
}

interface Part {
  readonly id: "sections" | "specials" | "areas" | "sectors";
  readonly lines: readonly Line[];
  readonly total?: Tally;
}

export function reportPages(input: ReportInput): string[] {
  const { report, words } = input;
  const sections = report.sections.map((one): Line => ({ ...one, name: words.t(`vocabulary:section.${one.section}`) }));
  const specials = report.specials.map(
    (one): Line => ({ ...one, name: words.t(`poster:report.special.${one.special}`) }),
  );
  const sectors = report.sectors.map((one): Line => ({ ...one, name: words.t(`vocabulary:sector.${one.sector}`) }));
  const pages = packed([
    { id: "sections", lines: sections, total: report.total },
    { id: "specials", lines: specials },
    { id: "areas", lines: report.areas },
    { id: "sectors", lines: sectors },
  ]);
  return pages.map((parts, at) =>
    renderToString(
      <Page
        {...input}
        first={at === 0}
        page={at + 1}
        of={pages.length}
        tables={parts.map((part) => <Table {...part} words={words} />)}
      />,
    ),
  );
}

/** A table that finds no room whole begins a page; one longer than a page goes on over the next. */
function packed(parts: readonly Part[]): Part[][] {
  const pages: Part[][] = [[]];
  let left = ROOM - FIGURES;
  for (const part of parts.filter(({ lines }) => lines.length > 0)) {
    let rest = part.lines;
    while (rest.length > 0) {
      const rows = rest.length + (part.total === undefined ? 0 : 1);
      if (HEAD + rows * ROW > left && left < ROOM) {
        pages.push([]);
        left = ROOM;
      }
      const taken = rest.slice(0, Math.floor((left - HEAD) / ROW));
      pages.at(-1)?.push({ ...part, lines: taken });
      left -= HEAD + (taken.length + (part.total === undefined ? 0 : 1)) * ROW;
      rest = rest.slice(taken.length);
    }
  }
  return pages;
}

interface PageProps extends ReportInput {
  readonly first: boolean;
  readonly page: number;
  readonly of: number;
  readonly tables: ComponentChildren;
}

function Page({ board, report, words, publicUrl, demonstration, first, page, of, tables }: PageProps) {
  const { id, name, dir } = words.locale;
  const week = formatsOf(words.locale).days(report.from, report.to, { year: true });
  const { total } = report;
  return (
    <article class="sheet is-report" lang={id} dir={dir} data-section="notice">
      <header class="sheet-band">
        <p class="sheet-section">{words.t("poster:report.title")}</p>
        {demonstration && <p class="sheet-demonstration">{words.t("card:demonstration")}</p>}
        <p class="sheet-language">{name}</p>
      </header>
      <div class="index-head">
        <h1>{cut(board, 60)}</h1>
        <p>{words.t("poster:report.head", { week, page, of })}</p>
      </div>
      {first && (
        <table class="report-figures">
          <thead>
            <tr>
              {FIGURES_SAID.map((id) => (
                <th scope="col">{words.t(`poster:report.figure.${id}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{total.now}</td>
              <td>{signed(total)}</td>
              <td>{total.added}</td>
              <td>{total.positions}</td>
            </tr>
          </tbody>
        </table>
      )}
      {tables}
      <div class="sheet-low">
        <footer class="sheet-foot">
          <p>{publicUrl.replace(/^https?:\/\//, "")}</p>
        </footer>
      </div>
    </article>
  );
}

const FIGURES_SAID = ["open", "change", "added", "positions"] as const;

const signed = ({ now, before }: Tally): string =>
  now === before ? "=" : now > before ? `+${now - before}` : `−${before - now}`;

function Table({ id, words, lines, total }: Part & { words: Words }) {
  const row = (name: string, tally: Tally, kind?: string, section?: Section) => (
    <tr class={kind} data-section={section}>
      <th scope="row">
        {section !== undefined && <Shape name={SHAPE_OF[section]} />}
        {name}
      </th>
      <td>{tally.now}</td>
      <td>{signed(tally)}</td>
      <td>{tally.added}</td>
    </tr>
  );
  return (
    <table class="report-table">
      <caption>{words.t(`poster:report.${id}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t("poster:report.what")}</th>
          <th scope="col">{words.t("poster:report.open")}</th>
          <th scope="col">{words.t("poster:report.change")}</th>
          <th scope="col">{words.t("poster:report.added")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => row(cut(line.name, 60), line, undefined, line.section))}
        {total !== undefined && row(words.t("poster:report.total"), total, "is-total")}
      </tbody>
    </table>
  );
}
