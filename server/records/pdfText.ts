// The text of a PDF by poppler's pdftotext, laid out as on the page, in a process that may be killed. Called by the weekly report's reader
// and by the check of attachments. pdfjs-dist would bring 73 MB for the same text; poppler is on every Debian, and where it is missing that is said.
import { Refusal } from "../domain/refusal.ts";
import { runKillable } from "./runKillable.ts";

const LIMITS = { milliseconds: 20_000, megabytes: 250, bytes: 20 * 1024 * 1024 };
const PROGRAM = "/usr/bin/pdftotext";

/** Null where pdftotext is not installed. Refuses importUnreadable: damaged or too heavy. */
export async function pdfText(bytes: Uint8Array, cwd: string, program = PROGRAM): Promise<string | null> {
  const run = (args: readonly string[], input: Uint8Array) => runKillable({ program, args, cwd, input }, LIMITS);
  const text = await run(["-layout", "-nopgbrk", "-enc", "UTF-8", "-", "-"], bytes);
  if (text !== null) return text.toString("utf8");
  if ((await run(["-v"], new Uint8Array())) === null) return null;
  throw new Refusal("importUnreadable", { why: ["damaged"] });
}
