// Adds, changes or removes a term of the glossary: an office's by whoever translates there, the network's by whoever translates everywhere.
// The fixed terms of law are files and cannot be changed here. Called by http/glossary.

import { randomUUID } from "node:crypto";
import { changesOf } from "../domain/changesOf.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Term, TermBody } from "../domain/term.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { Writer } from "../store/store.ts";
import type { Desk } from "./changePosting.ts";
import { authorise, ownerOf } from "./changePosting.ts";

export async function saveTerm(
  desk: Desk,
  user: User,
  id: string | null,
  { owner, ...body }: TermBody & { owner: string },
): Promise<Term> {
  const { value } = await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    const before = id === null ? null : await termOf(tx, id);
    for (const one of new Set([owner, before?.owner ?? owner])) await mayChange(tx, user, one);
    const term: Term = { ...body, id: id ?? randomUUID(), owner };
    await tx.language.putTerm(term);
    await tx.record("term.saved", term.id, { owner, kind: term.kind, ...changesOf(before, term) });
    return term;
  });
  return value;
}

/** Refuses notFound, notAllowed. */
export async function removeTerm(desk: Desk, user: User, id: string): Promise<void> {
  await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    const term = await termOf(tx, id);
    await mayChange(tx, user, term.owner);
    await tx.language.removeTerm(id);
    await tx.record("term.removed", id, { owner: term.owner, ...changesOf(term, null) });
  });
}

async function termOf(tx: Writer, id: string): Promise<Term> {
  const term = (await tx.language.terms()).find((one) => one.id === id);
  if (term === undefined) throw new Refusal("notFound", { what: "term", id });
  return term;
}

async function mayChange(tx: Writer, user: User, owner: string): Promise<void> {
  if (owner !== "*") return authorise(user, "translate", await ownerOf(tx, owner));
  if (!may(user, "translate", "*")) throw new Refusal("notAllowed", { action: "translate", on: "*" });
}
