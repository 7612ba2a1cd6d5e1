// Joining the weekly mail and leaving it. Called by http/newsletter.
// [N1] Nobody is written to every week who has not followed the first mail's link and said yes there: opening it alone confirms nothing.
// [N2] The answer is the same whether or not an address is known. [N3] Leaving deletes the address; so does a week without a yes.
import type { Channel } from "../domain/channel.ts";
import type { Locale } from "../domain/locale.ts";
import type { OwnerId } from "../domain/owner.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Subscriber } from "../domain/subscriber.ts";
import type { House } from "../house.ts";
import { confirmMail } from "./confirmMail.ts";
import { newsletterToken, subscriberId } from "./newsletterToken.ts";

export type Newsroom = Pick<House, "store" | "clock" | "config" | "words" | "mailer" | "mirror">;

export interface Wanted {
  readonly address: string;
  readonly locale: Locale;
  readonly channels: readonly Channel[];
  readonly office: OwnerId | null;
}

/** Longest address a mail server takes. */
const LONGEST = 254;
const ADDRESS = /^[^\s@<>()"',;:\\[\]]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

/** Sends the mail that asks for a yes. Refuses invalidInput (`address`, `channels`) and what the mailer refuses. */
export async function askToSubscribe(room: Newsroom, wanted: Wanted): Promise<void> {
  const address = wanted.address.trim();
  if (address.length > LONGEST || !ADDRESS.test(address)) throw new Refusal("invalidInput", { field: "address" });
  if (wanted.channels.length === 0) throw new Refusal("invalidInput", { field: "channels" });
  if (wanted.office !== null && room.mirror.office(wanted.office) === null)
    throw new Refusal("invalidInput", { field: "office" });
  const now = room.clock.now();
  const token = newsletterToken(room.config, { address, createdAt: now });
  const subscriber: Subscriber = {
    ...wanted,
    id: subscriberId(token),
    address,
    createdAt: now,
    confirmedAt: null,
    toldUntil: now,
  };
  await room.store.public.putSubscriber(subscriber);
  try {
    await mailerOf(room).send(confirmMail(room, subscriber, token));
  } catch (error) {
    // Nobody will ever follow a link that was not sent.
    await room.store.public.removeSubscriber(subscriber.id);
    throw error;
  }
}

/** Who a mail's link is about; null for a link that leads nowhere (any more). */
export function subscriberOf({ store }: Pick<Newsroom, "store">, token: string): Promise<Subscriber | null> {
  return store.public.subscriber(subscriberId(token));
}

/** [N1] True where there was somebody to confirm. */
export async function confirmSubscriber({ store, clock }: Newsroom, token: string): Promise<boolean> {
  const subscriber = await subscriberOf({ store }, token);
  if (subscriber === null) return false;
  if (subscriber.confirmedAt !== null) return true;
  const now = clock.now();
  const confirmed: Subscriber = { ...subscriber, confirmedAt: now, toldUntil: now };
  await store.public.putSubscriber(confirmed);
  // Whoever asks again has changed their mind about channels or language: one mail a week, not two.
  await store.public.removeOthers(confirmed);
  return true;
}

/** [N3] True where there was somebody to let go. */
export function leaveNewsletter({ store }: Pick<Newsroom, "store">, token: string): Promise<boolean> {
  return store.public.removeSubscriber(subscriberId(token));
}

export function mailerOf({ mailer }: Pick<Newsroom, "mailer">): NonNullable<Newsroom["mailer"]> {
  if (mailer === null) throw new Refusal("notFound", { what: "page", id: "mail" });
  return mailer;
}
