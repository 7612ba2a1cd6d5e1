// A foreign file made fit to be handed out: drawn or written anew in a process that may be killed, and looked through for candidates' data.
// [AT2] Only PDF, JPEG, PNG and WebP, by what is in the file and not by its name; at most 5 MB and 24 megapixels. Metadata never survives.
// [AT3] A PDF that names candidates is refused; where its text cannot be read here, that is said. Called by takeAttachment.
import { join } from "node:path";
import type { AttachmentType } from "../domain/attachment.ts";
import { ATTACHMENT_BYTES, ATTACHMENT_TYPES } from "../domain/attachment.ts";
import { candidatesListed } from "../domain/checks/candidatesIn.ts";
import { Refusal } from "../domain/refusal.ts";
import { pdfText } from "../records/pdfText.ts";
import { runKillableScript } from "../records/runKillable.ts";

const LIMITS = { milliseconds: 10_000, megabytes: 300, bytes: 12 * 1024 * 1024 };
const NEWLINE = 10;
/** How the four kinds begin; a PDF may have some bytes before. */
const BEGINNINGS = ["%PDF-", "\u00ff\u00d8\u00ff", "\u0089PNG\r\n\u001a\n", "RIFF"].map((text) =>
  Buffer.from(text, "latin1"),
);

export interface SafeFile {
  readonly type: AttachmentType;
  readonly content: Buffer;
  /** False where no program here can look for candidates' data in it: a picture, or a PDF without poppler. */
  readonly looked: boolean;
}

/** Refuses tooLarge and attachmentRefused. */
export async function makeSafe(bytes: Uint8Array, projectRoot: string): Promise<SafeFile> {
  if (bytes.length > ATTACHMENT_BYTES) throw new Refusal("tooLarge", { limit: "5 MB" });
  if (!BEGINNINGS.some((beginning) => beginsWith(bytes, beginning))) throw refused("otherFormat");
  const script = join(projectRoot, "server/attachments/makeSafeChild.mjs");
  const answer = await runKillableScript(script, [], { cwd: projectRoot, input: bytes }, LIMITS);
  const end = answer?.indexOf(NEWLINE) ?? -1;
  if (answer === null || end < 0) throw refused("tooHeavy");
  const head = JSON.parse(answer.subarray(0, end).toString("utf8")) as { type?: string; why?: string };
  const type = ATTACHMENT_TYPES.find((one) => one === head.type);
  if (type === undefined) throw refused(head.why ?? "damaged");
  const content = answer.subarray(end + 1);
  if (content.length > ATTACHMENT_BYTES) throw new Refusal("tooLarge", { limit: "5 MB" });
  return { type, content, looked: type === "pdf" && (await lookThrough(content, projectRoot)) };
}

function beginsWith(bytes: Uint8Array, beginning: Buffer): boolean {
  const head = Buffer.from(bytes.subarray(0, 1024));
  return beginning.toString("latin1") === "%PDF-" ? head.includes(beginning) : head.indexOf(beginning) === 0;
}

/** @returns whether it could be looked through */
async function lookThrough(pdf: Uint8Array, projectRoot: string): Promise<boolean> {
  const text = await pdfText(pdf, projectRoot).catch(() => null);
  if (text === null) return false;
  if (candidatesListed(text) !== null) throw refused("candidates");
  // Scanned paper has no text to look through.
  return text.trim() !== "";
}

function refused(why: string): Refusal {
  return new Refusal("attachmentRefused", { problem: `attachment.${why}` });
}
