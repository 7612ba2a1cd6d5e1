// Makes a wall of an office, renames it, removes it. Called by http/walls. [SW2] Its id is never given twice: it stands in printed codes.
import { changesOf } from "../domain/changesOf.ts";
import { base32, fromBase32 } from "../domain/code.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { Wall } from "../domain/wall.ts";
import type { Writer } from "../store/store.ts";
import type { Desk } from "./changePosting.ts";
import { authorise, ownerOf } from "./changePosting.ts";

/** Refuses notFound, notAllowed. */
export async function createWall({ store, clock }: Desk, user: User, office: string, name: string): Promise<Wall> {
  const { value } = await store.write(user.login, clock.now(), async (tx) => {
    const owner = await ownerOf(tx, office);
    if (owner.kind !== "office") throw new Refusal("invalidInput", { field: "office" });
    authorise(user, "write", owner);
    const highest = Math.max(0, ...(await tx.paper.walls()).map(({ id }) => fromBase32(id.slice(1)) ?? 0));
    return put(tx, { id: `W${base32(highest + 1)}`, office, name, removed: false }, "wall.saved");
  });
  return value;
}

/** A name given to a removed wall brings it back. Refuses notFound, notAllowed; `wallNotEmpty` where a wall with sheets is to be removed. */
export async function changeWall(
  { store, clock }: Desk,
  user: User,
  id: string,
  change: { readonly name: string } | { readonly removed: true },
): Promise<Wall> {
  const { value } = await store.write(user.login, clock.now(), async (tx) => {
    const wall = await tx.paper.wall(id);
    if (wall === null || (wall.removed && "removed" in change)) throw new Refusal("notFound", { what: "wall", id });
    authorise(user, "write", await ownerOf(tx, wall.office));
    if ("name" in change) return put(tx, { ...wall, name: change.name, removed: false }, "wall.saved", wall);
    const sheets = (await tx.paper.hangingSheets(wall.office)).filter((sheet) => sheet.wall === id).length;
    if (sheets > 0) throw new Refusal("wrongState", { problem: "wallNotEmpty", count: sheets });
    return put(tx, { ...wall, removed: true }, "wall.removed");
  });
  return value;
}

async function put(
  tx: Writer,
  wall: Wall,
  verb: "wall.saved" | "wall.removed",
  before: Wall | null = null,
): Promise<Wall> {
  await tx.paper.putWall(wall);
  await tx.record(verb, wall.id, {
    office: wall.office,
    name: wall.name,
    ...(before !== null && changesOf(before, wall)),
  });
  return wall;
}
