// Reads the cells of a CSV or XLSX file in a process of its own, with a ceiling on time and memory. Called by readRecords.
import { join } from "node:path";
import { Refusal } from "../domain/refusal.ts";
import { runKillableScript } from "./runKillable.ts";

export type Cell = string | number | boolean | null;

export interface SheetLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const LIMITS: SheetLimits = { milliseconds: 30_000, megabytes: 280 };
/** Of the child's answer; well above what a file within the limits can hold. */
const MAX_ANSWER = 80 * 1024 * 1024;

/** @throws Refusal importUnreadable */
export async function readSheet(
  bytes: Uint8Array,
  format: "csv" | "xlsx",
  projectRoot: string,
  limits = LIMITS,
): Promise<Cell[][]> {
  const script = join(projectRoot, "server/records/readSheetChild.mjs");
  const what = { cwd: projectRoot, input: bytes };
  const answer = await runKillableScript(script, [format], what, { ...limits, bytes: MAX_ANSWER });
  const parsed = parseAnswer(answer?.toString("utf8") ?? "");
  if (parsed === null) throw new Refusal("importUnreadable", { why: ["tooHeavy"] });
  if ("why" in parsed) throw new Refusal("importUnreadable", { why: [parsed.why], line: parsed.line });
  return parsed.cells;
}

function parseAnswer(answer: string): { cells: Cell[][] } | { why: string; line: number | null } | null {
  try {
    return JSON.parse(answer) as { cells: Cell[][] } | { why: string; line: number | null };
  } catch {
    // A child that was killed, or ran out of memory, leaves half an answer or none.
    return null;
  }
}
