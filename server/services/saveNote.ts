// Writes, changes, ticks and removes notes of staff. Called by http/notes. [NT1] decides who may.
import { randomUUID } from "node:crypto";
import { checkCandidates } from "../domain/checks/checkCandidates.ts";
import type { Due, Note } from "../domain/note.ts";
import type { NoteBody } from "../domain/noteContract.ts";
import { ownersAbove } from "../domain/ownersAbove.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Section } from "../domain/section.ts";
import { romeDay } from "../domain/time.ts";
import type { Action, User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { Writer } from "../store/store.ts";
import type { Desk } from "./changePosting.ts";
import { authorise, ownerOf } from "./changePosting.ts";

/** Refuses notFound, unknownCode, notAllowed, and what gives a candidate away. */
export async function createNote(desk: Desk, user: User, body: NoteBody): Promise<Note> {
  refuseCandidates(body.text);
  const now = desk.clock.now();
  const { value } = await desk.store.write(user.login, now, async (tx) => {
    const owner = body.code === null ? body.owner : await ownerOfPosting(tx, body.code);
    const note: Note = {
      ...body,
      owner,
      id: randomUUID(),
      by: user.login,
      at: now,
      tickedOn: null,
      removed: false,
    };
    await authoriseNote(tx, user, note);
    await tx.notes.putNote(note);
    await tx.record("note.saved", note.id, { owner, code: note.code, text: note.text, due: note.due });
    return note;
  });
  await desk.mirror.catchUp();
  return value;
}

export function changeNote(
  desk: Desk,
  user: User,
  id: string,
  { text, due }: { readonly text: string; readonly due: Due | null },
): Promise<Note> {
  refuseCandidates(text);
  return change(desk, user, id, async (before, tx) => {
    // Another day is another reminder: what was ticked before counts no more.
    const moved = JSON.stringify(due) !== JSON.stringify(before.due);
    const note: Note = { ...before, text, due, tickedOn: moved ? null : before.tickedOn };
    await tx.record("note.saved", id, { before: { text: before.text, due: before.due }, text, due });
    return note;
  });
}

/** A tick; `back`: taken back. [NT3] */
export function tickNote(desk: Desk, user: User, id: string, back: string | null | undefined): Promise<Note> {
  const today = romeDay(desk.clock.now());
  return change(desk, user, id, async (before, tx) => {
    if (before.due === null) throw new Refusal("invalidInput", { field: "due" });
    const tickedOn = back === undefined ? today : back;
    await tx.record("note.ticked", id, { before: before.tickedOn, tickedOn });
    return { ...before, tickedOn };
  });
}

export function removeNote(desk: Desk, user: User, id: string, back: boolean): Promise<Note> {
  return change(desk, user, id, async (before, tx) => {
    if (back) await tx.record("note.saved", id, { restored: true, text: before.text });
    else await tx.record("note.removed", id, { owner: before.owner, code: before.code, text: before.text });
    return { ...before, removed: !back };
  });
}

async function change(
  desk: Desk,
  user: User,
  id: string,
  how: (before: Note, tx: Writer) => Promise<Note>,
): Promise<Note> {
  const { value } = await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    const before = await tx.notes.one(id);
    if (before === null) throw new Refusal("notFound", { what: "note", id: id.slice(0, 60) });
    await authoriseNote(tx, user, before);
    const after = await how(before, tx);
    await tx.notes.putNote(after);
    return after;
  });
  await desk.mirror.catchUp();
  return value;
}

/** Whether someone may do this to a note, as lists ask it. [NT1] */
export function mayNote(
  user: User,
  action: Action,
  note: Note,
  { owners, entry }: Pick<Desk["mirror"], "owners" | "entry">,
): boolean {
  if (note.owner === "*") return action === "read" || may(user, "administerNetwork", "*");
  const content = note.code === null ? null : entry(note.code)?.posting;
  const section = (content?.working ?? content?.published?.content)?.section;
  return may(user, action, note.owner, ownersAbove(owners.get(note.owner)), section);
}

async function authoriseNote(tx: Writer, user: User, note: Note): Promise<void> {
  if (note.owner === "*") {
    if (!may(user, "administerNetwork", "*")) throw new Refusal("notAllowed", { action: "administerNetwork", on: "*" });
    return;
  }
  authorise(
    user,
    "write",
    await ownerOf(tx, note.owner),
    note.code === null ? undefined : await sectionOf(tx, note.code),
  );
}

async function sectionOf(tx: Writer, code: string): Promise<Section | undefined> {
  const posting = await tx.posting(code);
  return (posting?.working ?? posting?.published?.content)?.section;
}

async function ownerOfPosting(tx: Writer, code: string): Promise<string> {
  const posting = await tx.posting(code);
  if (posting === null) throw new Refusal("unknownCode", { code });
  return posting.owner;
}

/** Nothing of a candidate is ever held: not on a posting, and not beside it. */
function refuseCandidates(text: string): void {
  if (checkCandidates([{ path: "text", text, locale: "it" }]).length > 0)
    throw new Refusal("invalidInput", { field: "text", problem: "candidates" });
}
