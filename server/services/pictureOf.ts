// The picture a display drew of itself: kept when it arrives, told to staff who may read its office. Called by http/ownDisplay and http/displays.
// [PD1] Only what begins and is as long as a JPEG may be is kept, one a display.
import type { PictureAnswer } from "../domain/displayContract.ts";
import { ownersAbove } from "../domain/ownersAbove.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { House } from "../house.ts";

export async function keepPicture(
  { store, clock }: Pick<House, "store" | "clock">,
  display: string,
  picture: string,
): Promise<void> {
  const bytes = Buffer.from(picture, "base64");
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new Refusal("invalidInput", { field: "picture" });
  await store.displays.putPicture({ display, at: clock.now(), picture });
}

export async function pictureOf(
  { store, mirror }: Pick<House, "store" | "mirror">,
  user: User,
  id: string,
): Promise<PictureAnswer> {
  const display = await store.displays.display(id);
  const office = display === null ? null : mirror.office(display.office);
  if (office === null || display?.revokedAt !== null) throw new Refusal("notFound", { what: "display", id });
  if (!may(user, "read", office.id, ownersAbove(office)))
    throw new Refusal("notAllowed", { action: "read", on: office.name });
  const kept = await store.displays.picture(id);
  return { picture: kept === null ? null : { at: kept.at, jpeg: kept.picture } };
}
