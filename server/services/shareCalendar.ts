// The secret address of a person's calendar: made, revoked, and who stands behind it when it is asked for. Called by http/calendar. [CA1] [SK2]
import { createHash, randomBytes } from "node:crypto";
import type { Subscription } from "../domain/calendar.ts";
import type { Locale } from "../domain/locale.ts";
import type { OwnerId } from "../domain/owner.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";
import { authorise, ownerOf } from "./changePosting.ts";

const digest = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** @returns the secret, told this once. Refuses notFound, notAllowed. */
export async function shareCalendar(
  desk: Desk,
  user: User,
  owner: OwnerId | null,
  locale: Locale,
): Promise<{ readonly secret: string; readonly subscription: Subscription }> {
  const secret = randomBytes(24).toString("base64url");
  const now = desk.clock.now();
  const subscription: Subscription = { tokenHash: digest(secret), login: user.login, owner, locale, at: now };
  await desk.store.write(user.login, now, async (tx) => {
    if (owner !== null) authorise(user, "read", await ownerOf(tx, owner));
    await tx.notes.putSubscription(subscription);
    await tx.record("calendar.shared", user.login, { owner });
  });
  return { secret, subscription };
}

export async function revokeCalendar(desk: Desk, user: User): Promise<void> {
  await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    if ((await tx.notes.subscriptionOf(user.login)) === null) return;
    await tx.notes.removeSubscription(user.login);
    await tx.record("calendar.revoked", user.login);
  });
}

/** Refuses notFound, whether it never was, was revoked, or its owner may no longer enter. [CA1] */
export async function subscriberOf(
  { store }: Pick<Desk, "store">,
  secret: string,
): Promise<{ readonly user: User; readonly subscription: Subscription }> {
  const subscription = secret.length > 64 ? null : await store.notes.subscription(digest(secret));
  const account = subscription === null ? null : await store.account(subscription.login);
  if (subscription === null || account === null || account.user.disabled)
    throw new Refusal("notFound", { what: "calendar" });
  return { user: account.user, subscription };
}
