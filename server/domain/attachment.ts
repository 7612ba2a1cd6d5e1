// A file that hangs on a posting: a form to fill in, a notice as PDF, a picture. The content names it; its bytes are kept beside.
// [AT1] The public gets a file only while a posting that is open and names it is open. Used by content, services, pages and the desk.
import { z } from "zod";

export const ATTACHMENT_TYPES = ["pdf", "jpeg", "png", "webp"] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

/** Largest file taken, in bytes. */
export const ATTACHMENT_BYTES = 5 * 1024 * 1024;
export const ATTACHMENTS = 8;

export const attachmentSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** What a reader sees; as a rule the file's name without its ending. */
  name: z.string().trim().min(1).max(120),
  type: z.enum(ATTACHMENT_TYPES),
  /** Bytes, as served. */
  size: z.number().int().positive().max(ATTACHMENT_BYTES),
  /** To be filled in and brought along; said so to the reader. */
  form: z.boolean(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** A file as the store keeps it. */
export interface KeptFile {
  readonly id: string;
  /** Whose people took it in. */
  readonly owner: string;
  readonly type: AttachmentType;
  readonly at: number;
  readonly by: string;
  /** Base 64: one way to write it for both databases and the backup. */
  readonly content: string;
}

export const MEDIA_TYPE: Readonly<Record<AttachmentType, string>> = {
  pdf: "application/pdf",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
};

/** The name a browser saves it under: plain letters, its own ending. */
export function attachmentFile({ name, type }: Pick<Attachment, "name" | "type">): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 80);
  return `${plain === "" ? "file" : plain}.${type === "jpeg" ? "jpg" : type}`;
}
