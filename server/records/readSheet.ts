// Reads the cells of a CSV or XLSX file in a process of its own, with a ceiling on time and memory. Called by readRecords.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { Refusal } from "../domain/refusal.ts";

export type Cell = string | number | boolean | null;

export interface SheetLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const LIMITS: SheetLimits = { milliseconds: 30_000, megabytes: 256 };
/** Of the child's answer; well above what a file within the limits can hold. */
const MAX_ANSWER = 80 * 1024 * 1024;

/** @throws Refusal importUnreadable */
export async function readSheet(
  bytes: Uint8Array,
  format: "csv" | "xlsx",
  projectRoot: string,
  limits = LIMITS,
): Promise<Cell[][]> {
  const answer = await askChild(bytes, format, projectRoot, limits);
  const parsed = parseAnswer(answer);
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

function askChild(bytes: Uint8Array, format: string, projectRoot: string, limits: SheetLimits): Promise<string> {
  return new Promise((resolve, reject) => {
    const program = join(projectRoot, "server/records/readSheetChild.mjs");
    // Nothing of the environment goes along: the file's reader needs no secret.
    const child = spawn(process.execPath, [`--max-old-space-size=${limits.megabytes}`, program, format], {
      cwd: projectRoot,
      env: {},
      stdio: ["pipe", "pipe", "ignore"],
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), limits.milliseconds);
    const parts: Buffer[] = [];
    let size = 0;
    child.stdout.on("data", (part: Buffer) => {
      size += part.length;
      if (size > MAX_ANSWER) child.kill("SIGKILL");
      else parts.push(part);
    });
    child.once("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once("close", () => {
      clearTimeout(timer);
      resolve(Buffer.concat(parts).toString("utf8"));
    });
    // A child killed while it is being fed: what counts is its missing answer.
    child.stdin.on("error", () => {});
    child.stdin.end(bytes);
  });
}
