// Urgent notices: raised, confirmed by a second person where one is needed, ended. Called by http/urgents. Rules [X1]–[X3]: domain/urgent.ts.
// An office's notice needs the right to publish there; a province's or the network's the right `urgent`.
import { randomUUID } from "node:crypto";
import type { UrgentBody } from "../domain/displayContract.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import { Refusal } from "../domain/refusal.ts";
import { TAKEN_BACK_WITHIN } from "../domain/takenBack.ts";
import type { Instant } from "../domain/time.ts";
import type { Urgent, UrgentScope } from "../domain/urgent.ts";
import { needsSecond } from "../domain/urgent.ts";
import type { User } from "../domain/user.ts";
import { mayAnywhere } from "../domain/user.ts";
import type { House } from "../house.ts";
import type { Reader } from "../store/store.ts";
import { authorise, ownerOf } from "./changePosting.ts";

type Needs = Pick<House, "store" | "mirror" | "clock" | "roll">;

/** Refuses invalidInput for a notice without Italian words, notAllowed. */
export async function raiseUrgent(house: Needs, user: User, body: UrgentBody): Promise<Urgent> {
  if (body.kind === "notice" && body.texts[SOURCE_LOCALE] === undefined)
    throw new Refusal("invalidInput", { field: "texts.it" });
  return commit(house, user, "urgent.raised", async (tx) => {
    await mayRaise(tx, user, body.scope);
    const now = house.clock.now();
    const texts = body.kind === "neutral" ? {} : body.texts;
    return {
      id: randomUUID().slice(0, 8),
      kind: body.kind,
      scope: body.scope,
      texts,
      from: now,
      until: now + Math.round(body.hours * 3_600_000),
      by: user.login,
      confirmedBy: null,
      endedAt: null,
    };
  });
}

/** The second person. Refuses secondPersonNeeded where it is the first again. [X1] */
export function confirmUrgent(house: Needs, user: User, id: string): Promise<Urgent> {
  return commit(house, user, "urgent.confirmed", async (tx) => {
    const before = await standing(tx, id);
    if (!needsSecond(before) || before.confirmedBy !== null)
      throw new Refusal("wrongState", { move: "confirm", state: "open" });
    await mayRaise(tx, user, before.scope);
    if (before.by === user.login) throw new Refusal("secondPersonNeeded");
    return { ...before, confirmedBy: user.login };
  });
}

/** `back` raises again, as it was and confirmed as it was, what was ended a moment ago; later it is raised anew, and [X1] asks the second person anew. */
export function endUrgent(house: Needs, user: User, id: string, back: boolean): Promise<Urgent> {
  return commit(house, user, back ? "urgent.raised" : "urgent.ended", async (tx) => {
    const before = back ? await endedEarly(tx, id, house.clock.now()) : await standing(tx, id);
    await mayRaise(tx, user, before.scope);
    return { ...before, endedAt: back ? null : house.clock.now() };
  });
}

async function commit(
  house: Needs,
  user: User,
  verb: "urgent.raised" | "urgent.confirmed" | "urgent.ended",
  make: (tx: Reader) => Promise<Urgent>,
): Promise<Urgent> {
  const { value } = await house.store.write(user.login, house.clock.now(), async (tx) => {
    const urgent = await make(tx);
    await tx.displays.putUrgent(urgent);
    await tx.record(verb, urgent.id, {
      kind: urgent.kind,
      scope: urgent.scope,
      texts: urgent.texts,
      until: urgent.until,
    });
    return urgent;
  });
  // The screens first: the mirror has nothing to do with it.
  await house.roll.reload();
  await house.mirror.catchUp();
  return value;
}

async function standing(tx: Reader, id: string): Promise<Urgent> {
  const urgent = await tx.displays.urgent(id);
  if (urgent === null || urgent.endedAt !== null) throw new Refusal("notFound", { what: "urgent", id });
  return urgent;
}

async function endedEarly(tx: Reader, id: string, now: Instant): Promise<Urgent> {
  const urgent = await tx.displays.urgent(id);
  if (urgent === null || urgent.endedAt === null || urgent.until <= now || now - urgent.endedAt > TAKEN_BACK_WITHIN)
    throw new Refusal("notFound", { what: "urgent", id });
  return urgent;
}

async function mayRaise(tx: Reader, user: User, scope: UrgentScope): Promise<void> {
  if (scope.kind === "office") return authorise(user, "publish", await ownerOf(tx, scope.office));
  if (!mayAnywhere(user, "urgent")) throw new Refusal("notAllowed", { action: "urgent", on: "*" });
}
