// The secret in a newsletter's mails: made anew from the address and the house's key whenever a mail is written, so that the store need keep
// only its digest. [SP3] Called by subscribe and sendDigests.
import { createHash, createHmac } from "node:crypto";
import type { Subscriber } from "../domain/subscriber.ts";
import type { KeyPlace } from "./secretKey.ts";
import { secretKey } from "./secretKey.ts";

export function newsletterToken(place: KeyPlace, { address, createdAt }: Pick<Subscriber, "address" | "createdAt">) {
  return createHmac("sha256", secretKey(place, "newsletter")).update(`${createdAt} ${address}`).digest("base64url");
}

/** What the store knows a token by. */
export function subscriberId(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
