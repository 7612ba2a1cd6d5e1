// A device without a place gets one: it shows a short code, staff type or scan it. The device made its own secret; here only its digest is known.
// [PA1] A code lives ten minutes and is taken once. [PA2] A replacement keeps the old display's id, settings and counts; the old device's token is revoked.
// Called by http/ownDisplay (the device) and http/displays (staff).
import { createHash, randomInt } from "node:crypto";
import { base32 } from "../domain/code.ts";
import type { Display } from "../domain/display.ts";
import { PAIRING_LASTS, USUAL_PROFILE } from "../domain/display.ts";
import type { PairBody, PairingAnswer } from "../domain/displayContract.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { House } from "../house.ts";
import type { Writer } from "../store/store.ts";
import { authorise, ownerOf } from "./changePosting.ts";

type Needs = Pick<House, "store" | "mirror" | "clock" | "roll">;

/** "d" and the secret: told apart from every other kind of token by its look. */
const TOKEN = /^d[\w-]{43}$/;

export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function looksLikeToken(text: string): boolean {
  return TOKEN.test(text);
}

/** Refuses displayUnknown for a token that stands for nothing, displayRevoked for one that was taken back. */
export async function displayOf({ store }: Pick<House, "store">, token: string): Promise<Display> {
  const found = looksLikeToken(token) ? await store.displays.token(tokenHash(token)) : null;
  if (found === null) throw new Refusal("displayUnknown");
  if (found.revokedAt !== null) throw new Refusal("displayRevoked", { display: found.display });
  const display = await store.displays.display(found.display);
  if (display === null) throw new Refusal("displayUnknown");
  if (display.revokedAt !== null) throw new Refusal("displayRevoked", { display: display.id });
  return display;
}

/** A new code for a device that holds `token`; an earlier code of the same device is dropped. Refuses displayRevoked, wrongState where it has its place. */
export async function startPairing(
  { store, clock }: Pick<House, "store" | "clock">,
  token: string,
): Promise<PairingAnswer> {
  if (!looksLikeToken(token)) throw new Refusal("displayUnknown");
  const known = await store.displays.token(tokenHash(token));
  if (known !== null && known.revokedAt !== null) throw new Refusal("displayRevoked", { display: known.display });
  const place = known === null ? null : await store.displays.display(known.display);
  if (place !== null && place.revokedAt !== null) throw new Refusal("displayRevoked", { display: place.id });
  // Given meanwhile: the device need only look again. Told that it was taken back, it would forget itself.
  if (place !== null) throw new Refusal("wrongState", { problem: "displayPaired" });
  // A token that outlived its display's record stands for nothing: its device finds its way back by a code, with what it holds.
  const now = clock.now();
  await store.displays.removeExpiredPairings(now);
  for (;;) {
    const code = base32(randomInt(2 ** 30)).padStart(6, "0");
    const expires = now + PAIRING_LASTS;
    if (await store.displays.putPairing({ code, tokenHash: tokenHash(token), expires })) return { code, expires, now };
  }
}

/** Refuses unknownPairing, notAllowed, notFound; `beforeTry` may refuse too many tries, once the rights are known. */
export async function pairDisplay(
  house: Needs,
  user: User,
  body: PairBody,
  beforeTry: () => Promise<void> = async () => {},
): Promise<Display> {
  const { store, mirror, clock } = house;
  const now = clock.now();
  const code = body.code.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  // Rights first: a code spent on somebody who may not use it would be lost to who may.
  const owner = await ownerOf(store, body.office);
  if (owner.kind !== "office") throw new Refusal("invalidInput", { field: "office" });
  authorise(user, "administer", owner);
  const old = body.replace === null ? null : await store.displays.display(body.replace);
  if (body.replace !== null) {
    if (old === null) throw new Refusal("notFound", { what: "display", id: body.replace });
    authorise(user, "administer", await ownerOf(store, old.office));
  }
  await beforeTry();
  const pairing = await store.displays.takePairing(code, now);
  if (pairing === null) throw new Refusal("unknownPairing", { code: body.code });
  const { value } = await store.write(user.login, now, async (tx) => {
    // As it is now: its settings may have been changed while rights were looked at.
    const replaced = old === null ? null : ((await tx.displays.display(old.id)) ?? old);
    if (replaced !== null) authorise(user, "administer", await ownerOf(tx, replaced.office));
    const base = replaced ?? { id: await newId(tx), profile: USUAL_PROFILE, wish: null };
    const display: Display = {
      ...base,
      office: owner.id,
      name: body.name,
      pairedAt: now,
      pairedBy: user.login,
      revokedAt: null,
    };
    if (old !== null) await tx.displays.revokeTokens(old.id, now);
    await tx.displays.putDisplay(display);
    await tx.displays.putToken({ hash: pairing.tokenHash, display: display.id, since: now, revokedAt: null });
    await tx.record(old === null ? "display.paired" : "display.replaced", display.id, {
      office: owner.id,
      name: body.name,
    });
    return display;
  });
  await mirror.catchUp();
  await house.roll.reload();
  return value;
}

async function newId(tx: Pick<Writer, "displays">): Promise<string> {
  for (;;) {
    const id = `d${base32(randomInt(2 ** 25))
      .padStart(5, "0")
      .toLowerCase()}`;
    if ((await tx.displays.display(id)) === null) return id;
  }
}
