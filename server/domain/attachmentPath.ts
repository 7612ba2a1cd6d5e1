// Where the public finds a file of a posting. Called by the page and the desk; apart from attachment.ts, which brings the validator.
import type { Attachment } from "./attachment.ts";

export function attachmentPath(code: string, { id }: Pick<Attachment, "id">): string {
  return `/files/${code}/${id}`;
}
