// Begins a posting as a draft nobody but staff sees. Called by http/postings.

import type { Content } from "../domain/content.ts";
import type { OwnerId } from "../domain/owner.ts";
import type { Posting } from "../domain/posting.ts";
import type { User } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";
import { authorise, ownerOf } from "./changePosting.ts";
import { newCode } from "./newCode.ts";
import { refuseUnknownFiles } from "./takeAttachment.ts";

export async function createPosting(desk: Desk, user: User, ownerId: OwnerId, content: Content): Promise<Posting> {
  const now = desk.clock.now();
  const { value } = await desk.store.write(user.login, now, async (tx) => {
    const owner = await ownerOf(tx, ownerId);
    authorise(user, "write", owner, content.section);
    await refuseUnknownFiles(tx, content, []);
    const posting: Posting = {
      code: await newCode(tx),
      owner: owner.id,
      state: "draft",
      published: null,
      working: content,
      closed: null,
      revision: tx.revision,
      publicRevision: null,
      createdAt: now,
      changedAt: now,
      origin: null,
      demonstration: false,
      staffNote: null,
    };
    await tx.putPosting(posting);
    await tx.record("posting.created", posting.code, { owner: owner.id, section: content.section });
    return posting;
  });
  await desk.mirror.catchUp();
  return value;
}
