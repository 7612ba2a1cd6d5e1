// An import's report as lines of plain text in the reader's language: what happened, then each problem with row, column, value and remedy.
// Called by the command line; the desk shows the same sentences.

import type { Words } from "../../templates/parts/words.ts";
import type { Problem } from "../records/problem.ts";
import { isGrave } from "../records/problem.ts";
import type { ImportReport } from "./importReport.ts";
import { FATES } from "./importReport.ts";

/** Beyond these, only their number is said: nobody mends ten thousand lines one by one. */
const MOST_LINES = 100;

export function describeReport(report: ImportReport, words: Words): string[] {
  const grave = report.problems.filter(isGrave);
  const doubts = report.problems.filter((problem) => !isGrave(problem));
  const lines = [words.t(`import:outcome.${report.outcome}`)];
  for (const fate of FATES) {
    const count = report.rows.filter((row) => row.fate === fate).length;
    // What a refused file would have brought is beside the point.
    if (count > 0 && (report.outcome !== "refused" || fate === "refused"))
      lines.push(`  ${words.t(`import:${report.holds}.${fate}`, { count })}`);
  }
  const published = report.rows.filter((row) => row.published).length;
  if (published > 0) lines.push(`  ${words.t("import:published", { count: published })}`);
  lines.push(...listed(words.t("import:grave", { count: grave.length }), grave, words));
  lines.push(...listed(words.t("import:doubts", { count: doubts.length }), doubts, words));
  return lines;
}

function listed(heading: string, problems: readonly Problem[], words: Words): string[] {
  if (problems.length === 0) return [];
  const rest = problems.length - MOST_LINES;
  return [
    "",
    heading,
    ...problems.slice(0, MOST_LINES).map((problem) => `  ${describeProblem(problem, words)}`),
    ...(rest > 0 ? [`  ${words.t("import:more", { count: rest })}`] : []),
  ];
}

/** "Riga 12 (R045), colonna «deadline», «domani»: non è una data. Scriva per esempio 31/12/2026." */
export function describeProblem({ row, id, field, value, problem, about }: Problem, words: Words): string {
  const place = [
    words.t(id === null ? "import:place.row" : "import:place.rowAndId", { row, id: id ?? "" }),
    ...(field === "" ? [] : [words.t("import:place.column", { field })]),
    ...(value === "" ? [] : [words.t("import:place.value", { value })]),
  ].join(", ");
  return words.t("import:line", { place, problem: words.t(`import:problem.${problem}`, { about, value }) });
}
