// From a schema's complaints to problems: field, value and code. Called by the readers of records and offices.
import type { z } from "zod";
import type { Problem, ProblemCode } from "./problem.ts";
import { GRAVE, shown, WARNINGS } from "./problem.ts";

const CODES: ReadonlySet<string> = new Set([...GRAVE, ...WARNINGS]);

export function problemsOf(error: z.ZodError, value: unknown, at: Pick<Problem, "row" | "id">): Problem[] {
  return error.issues.map((issue) => {
    const params = "params" in issue ? (issue.params as { about?: string } | undefined) : undefined;
    return {
      ...at,
      field: issue.path.join("."),
      value: shown(valueAt(value, issue.path)),
      problem: (CODES.has(issue.message) ? issue.message : "notAccepted") as ProblemCode,
      about: params?.about ?? "",
    };
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== "object" || here === null) return here;
    here = (here as Record<PropertyKey, unknown>)[key];
  }
  return here;
}
