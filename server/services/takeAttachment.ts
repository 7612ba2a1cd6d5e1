// Takes a file in that is to hang on a posting: made safe first, kept under a name nobody can guess, public only once a posting that names it is.
// [AT1] Called by http/attachments.
import { randomBytes } from "node:crypto";
import { makeSafe } from "../attachments/makeSafe.ts";
import type { Attachment } from "../domain/attachment.ts";
import type { Content } from "../domain/content.ts";
import type { OwnerId } from "../domain/owner.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Section } from "../domain/section.ts";
import type { User } from "../domain/user.ts";
import type { Reader } from "../store/store.ts";
import type { Desk } from "./changePosting.ts";
import { authorise, ownerOf } from "./changePosting.ts";

export interface AskedAttachment {
  readonly owner: OwnerId;
  readonly section: Section;
  readonly name: string;
  readonly form: boolean;
  readonly bytes: Uint8Array;
}

/** @returns what the content will say of it, and whether it could be looked through for candidates' data. Refuses notAllowed, tooLarge, attachmentRefused. */
export async function takeAttachment(
  desk: Desk & { readonly projectRoot: string },
  user: User,
  asked: AskedAttachment,
): Promise<{ readonly attachment: Attachment; readonly looked: boolean }> {
  authorise(user, "write", await ownerOf(desk.store, asked.owner), asked.section);
  const { type, content, looked } = await makeSafe(asked.bytes, desk.projectRoot);
  const id = randomBytes(16).toString("hex");
  const now = desk.clock.now();
  await desk.store.write(user.login, now, async (tx) => {
    await tx.desk.putFile({
      id,
      owner: asked.owner,
      type,
      at: now,
      by: user.login,
      content: content.toString("base64"),
    });
    await tx.record("attachment.taken", id, { owner: asked.owner, name: asked.name, type, size: content.length });
  });
  await desk.mirror.catchUp();
  return { attachment: { id, name: asked.name, type, size: content.length, form: asked.form }, looked };
}

/** Refuses notFound where the content names a file that is not kept. `known` are contents whose files are. */
export async function refuseUnknownFiles(
  reader: Pick<Reader, "desk">,
  content: Content,
  known: readonly (Content | null | undefined)[],
): Promise<void> {
  const kept = new Set(known.flatMap((one) => one?.attachments ?? []).map(({ id }) => id));
  for (const { id } of content.attachments) {
    if (!kept.has(id) && (await reader.desk.file(id)) === null) throw new Refusal("notFound", { what: "file", id });
  }
}
