// Columns the format does not know: read past, but said, so that nobody thinks they were imported. Called by the readers of records and offices.

import { EXTRA_CELLS } from "./cellsToRecords.ts";
import type { Problem } from "./problem.ts";
import { shown } from "./problem.ts";

export function unknownColumns(value: object, known: object, at: Pick<Problem, "row" | "id">): Problem[] {
  return Object.entries(value)
    .filter(([key, cell]) => key !== EXTRA_CELLS && !Object.hasOwn(known, key) && cell !== null && cell !== "")
    .map(([key, cell]) => ({
      ...at,
      field: key.slice(0, 60),
      value: shown(cell),
      problem: "column" as const,
      about: "",
    }));
}
