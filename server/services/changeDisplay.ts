// What staff do with a paired display: name, office, settings, a wish, and taking it back. Called by http/displays.
// [DC1] A display taken back stops within seconds: its tokens are revoked in the same commit, and every process closes its socket.

import { changesOf } from "../domain/changesOf.ts";
import type { Display, Wish } from "../domain/display.ts";
import type { ChangeDisplayBody } from "../domain/displayContract.ts";
import type { Verb } from "../domain/event.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { House } from "../house.ts";
import type { Writer } from "../store/store.ts";
import { authorise, ownerOf } from "./changePosting.ts";

type Needs = Pick<House, "store" | "mirror" | "clock" | "roll">;

export function changeDisplay(house: Needs, user: User, id: string, body: ChangeDisplayBody): Promise<Display> {
  return change(house, user, id, "display.changed", async (before, tx) => {
    if (body.office !== before.office) {
      const target = await ownerOf(tx, body.office);
      if (target.kind !== "office") throw new Refusal("invalidInput", { field: "office" });
      authorise(user, "administer", target);
    }
    return { ...before, ...body };
  });
}

export function askDisplay(house: Needs, user: User, id: string, kind: Wish["kind"]): Promise<Display> {
  return change(house, user, id, "display.asked", async (before) => ({
    ...before,
    wish: { kind, at: house.clock.now() },
  }));
}

export function revokeDisplay(house: Needs, user: User, id: string): Promise<Display> {
  return change(house, user, id, "display.revoked", async (before, tx) => {
    const now = house.clock.now();
    await tx.displays.revokeTokens(id, now);
    return { ...before, revokedAt: now };
  });
}

/** Refuses notFound, notAllowed; wrongState for a display already taken back. */
async function change(
  house: Needs,
  user: User,
  id: string,
  verb: Verb,
  make: (before: Display, tx: Writer) => Promise<Display>,
): Promise<Display> {
  const { value } = await house.store.write(user.login, house.clock.now(), async (tx) => {
    const before = await tx.displays.display(id);
    if (before === null || before.revokedAt !== null) throw new Refusal("notFound", { what: "display", id });
    authorise(user, "administer", await ownerOf(tx, before.office));
    const after = await make(before, tx);
    await tx.displays.putDisplay(after);
    await tx.record(verb, id, {
      office: after.office,
      name: after.name,
      ...(after.wish === before.wish ? {} : { wish: after.wish?.kind }),
      ...(verb === "display.changed" && changesOf(before, after)),
    });
    return after;
  });
  await house.mirror.catchUp();
  await house.roll.reload();
  return value;
}
