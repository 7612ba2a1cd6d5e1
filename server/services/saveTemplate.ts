// Keeps a posting as a model to begin others with, and lets one go. Called by http/templates' routes.

import { randomBytes } from "node:crypto";
import { asModel } from "../domain/asModel.ts";
import { changesOf } from "../domain/changesOf.ts";
import { Refusal } from "../domain/refusal.ts";
import type { SaveTemplateBody, Template } from "../domain/template.ts";
import type { User } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";
import { authorise, ownerOf } from "./changePosting.ts";
import { refuseUnknownFiles } from "./takeAttachment.ts";

/** One of the same name and owner is replaced. Refuses notAllowed, notFound. */
export async function saveTemplate(
  desk: Desk,
  user: User,
  { owner, name, content }: SaveTemplateBody,
): Promise<Template> {
  const now = desk.clock.now();
  const { value } = await desk.store.write(user.login, now, async (tx) => {
    authorise(user, "write", await ownerOf(tx, owner), content.section);
    await refuseUnknownFiles(tx, content, []);
    const same = (await tx.desk.templates()).find((one) => one.owner === owner && one.name === name);
    const template: Template = {
      id: same?.id ?? randomBytes(8).toString("hex"),
      owner,
      name,
      content: asModel(content),
      savedBy: user.login,
      savedAt: now,
    };
    await tx.desk.putTemplate(template);
    await tx.record("template.saved", template.id, { owner, name, ...changesOf(same?.content, template.content) });
    return template;
  });
  await desk.mirror.catchUp();
  return value;
}

/** @returns what was removed, so that it can be taken back. Refuses notFound, notAllowed. */
export async function removeTemplate(desk: Desk, user: User, id: string): Promise<Template> {
  const { value } = await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    const template = await tx.desk.template(id);
    if (template === null) throw new Refusal("notFound", { what: "template", id });
    authorise(user, "write", await ownerOf(tx, template.owner), template.content.section);
    await tx.desk.removeTemplate(id);
    await tx.record("template.removed", id, { owner: template.owner, name: template.name });
    return template;
  });
  await desk.mirror.catchUp();
  return value;
}
