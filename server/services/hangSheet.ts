// Records what hangs where: a printed sheet is hung, taken down, or hung again after a slip. Called by http/walls.
// A sheet remembers the revisions it was printed with, so that every morning can say what is no longer true on it.
import { randomUUID } from "node:crypto";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { HangSheetBody, Sheet, SheetEntry } from "../domain/wall.ts";
import type { Writer } from "../store/store.ts";
import type { Desk } from "./changePosting.ts";
import { authorise, ownerOf } from "./changePosting.ts";

/** Refuses notFound, notAllowed, and unknownCode for what is not public. The sheet it replaces is taken down in the same breath. */
export async function hangSheet(desk: Desk, user: User, body: HangSheetBody): Promise<Sheet> {
  const now = desk.clock.now();
  const { value } = await desk.store.write(user.login, now, async (tx) => {
    const wall = await tx.paper.wall(body.wall);
    if (wall === null || wall.removed) throw new Refusal("notFound", { what: "wall", id: body.wall });
    authorise(user, "write", await ownerOf(tx, wall.office));
    const entries = body.codes.map((code): SheetEntry => {
      const shown = desk.mirror.entry(code)?.shown ?? null;
      if (shown === null) throw new Refusal("unknownCode", { code });
      return { code, revision: shown.revision };
    });
    const sheet: Sheet = {
      id: randomUUID(),
      wall: wall.id,
      office: wall.office,
      format: body.format,
      locales: body.locales,
      entries,
      section: body.section ?? null,
      hungAt: now,
      hungBy: user.login,
      takenDown: null,
    };
    if (body.replaces != null) await endSheet(tx, await hanging(tx, body.replaces, wall.office), user, now);
    await tx.paper.putSheet(sheet);
    await tx.record("sheet.hung", sheet.id, { wall: wall.id, codes: body.codes.slice(0, 20), format: body.format });
    return sheet;
  });
  return value;
}

/** Refuses notFound, notAllowed. Taking down what is down already changes nothing, so two people may tick the same line. */
export async function takeDownSheet(desk: Desk, user: User, id: string): Promise<Sheet> {
  const now = desk.clock.now();
  const { value } = await desk.store.write(user.login, now, async (tx) => {
    const sheet = await hanging(tx, id, null);
    authorise(user, "write", await ownerOf(tx, sheet.office));
    return sheet.takenDown === null ? endSheet(tx, sheet, user, now) : sheet;
  });
  return value;
}

/** Undo of taking down. Refuses notFound, notAllowed. */
export async function rehangSheet(desk: Desk, user: User, id: string): Promise<Sheet> {
  const { value } = await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    const sheet = await hanging(tx, id, null);
    authorise(user, "write", await ownerOf(tx, sheet.office));
    if (sheet.takenDown === null) return sheet;
    const back = { ...sheet, takenDown: null };
    await tx.paper.putSheet(back);
    await tx.record("sheet.rehung", id, { wall: sheet.wall });
    return back;
  });
  return value;
}

async function hanging(tx: Writer, id: string, office: string | null): Promise<Sheet> {
  const sheet = await tx.paper.sheet(id);
  if (sheet === null || (office !== null && sheet.office !== office))
    throw new Refusal("notFound", { what: "sheet", id });
  return sheet;
}

async function endSheet(tx: Writer, sheet: Sheet, user: User, now: number): Promise<Sheet> {
  const ended = { ...sheet, takenDown: { at: now, by: user.login } };
  await tx.paper.putSheet(ended);
  await tx.record("sheet.takenDown", sheet.id, { wall: sheet.wall });
  return ended;
}
