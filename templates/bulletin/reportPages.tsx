// The weekly report on paper: one page of totals, sections and specials, then sectors and areas. Called through http/templates.
// Numbers stand in tables with headings for rows and columns; a change is said in words and figures, never by colour.

import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Tally, WeekReport } from "../../server/domain/weekReport.ts";
import { formatsOf } from "../parts/formats.ts";
import type { Words } from "../parts/words.ts";
import { cut } from "../poster/shortenSheet.ts";

export interface ReportInput {
  readonly board: string;
  readonly report: WeekReport;
  readonly words: Words;
  readonly publicUrl: string;
  readonly demonstration: boolean;
}

/** Rows of a table a page holds beside its head. */
const ROWS = 24;

interface Line extends Tally {
  readonly name: string;
}

export function reportPages(input: ReportInput): string[] {
  const { report, words } = input;
  const sections = report.sections.map((one): Line => ({ ...one, name: words.t(`vocabulary:section.${one.section}`) }));
  const specials = report.specials.map(
    (one): Line => ({ ...one, name: words.t(`poster:report.special.${one.special}`) }),
  );
  const sectors = report.sectors.map((one): Line => ({ ...one, name: words.t(`vocabulary:sector.${one.sector}`) }));
  const pages = [
    [
      <Table id="sections" words={words} lines={sections} total={report.total} />,
      <Table id="specials" words={words} lines={specials} />,
    ],
    ...chunks(sectors).map((lines) => [<Table id="sectors" words={words} lines={lines} />]),
    ...chunks(report.areas).map((lines) => [<Table id="areas" words={words} lines={lines} />]),
  ];
  return pages.map((tables, at) =>
    renderToString(<Page {...input} first={at === 0} page={at + 1} of={pages.length} tables={tables} />),
  );
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
        <p class="report-lead">
          {words.t("poster:report.lead", {
            count: total.now,
            change: signed(total),
            added: total.added,
            positions: total.positions,
          })}
        </p>
      )}
      {tables}
      <div class="sheet-space" />
      <footer class="sheet-foot">
        <p>{publicUrl.replace(/^https?:\/\//, "")}</p>
      </footer>
    </article>
  );
}

const signed = ({ now, before }: Tally): string =>
  now === before ? "=" : now > before ? `+${now - before}` : `−${before - now}`;

function Table({ id, words, lines, total }: { id: string; words: Words; lines: readonly Line[]; total?: Tally }) {
  const row = (name: string, tally: Tally, kind?: string) => (
    <tr class={kind}>
      <th scope="row">{name}</th>
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
        {lines.map((line) => row(cut(line.name, 60), line))}
        {total !== undefined && row(words.t("poster:report.total"), total, "is-total")}
      </tbody>
    </table>
  );
}

function chunks(lines: readonly Line[]): Line[][] {
  return Array.from({ length: Math.ceil(lines.length / ROWS) }, (_, at) => lines.slice(at * ROWS, at * ROWS + ROWS));
}
