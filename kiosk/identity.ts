// Who this device is: a secret it made itself, and the place staff gave it. Kept in IndexedDB, for years; sent in headers and the socket's
// handshake, never in an address. Called by main, pairing and showOffice.
// [ID1] A new secret is written down only where the disk has surely none: a slow or failing one never costs a display its place.
import type { OwnDisplay } from "../server/domain/display.ts";
import { forgetAll, readSurely, writeKept } from "./keep.ts";
import { isOwnDisplay } from "./readAnswer.ts";
import { reportFault } from "./reportFault.ts";

export interface Identity {
  readonly token: string;
  /** Null until paired, and where what is kept of its place cannot be read: the server tells it then. */
  readonly display: OwnDisplay | null;
}

const KEY = "identity";
/** A card of a cheap player, just switched on, may take so long. Longer, and the glass says that it waits for a place. */
const PATIENCE = 20_000;

/** The identity kept, or a new one without a place; already kept where the disk says that there is none. [ID1] */
export async function loadIdentity(patience = PATIENCE, onLate = () => window.location.reload()): Promise<Identity> {
  const fresh: Identity = { token: newToken(), display: null };
  let late = false;
  const found = readSurely(KEY).then(
    ([kept]) => {
      const identity = asIdentity(kept);
      if (late && identity !== null) onLate();
      return identity ?? (late ? fresh : saveIdentity(fresh).then(() => fresh));
    },
    (fault) => {
      reportFault("identity", fault);
      return fresh;
    },
  );
  const tired = new Promise<Identity>((resolve) =>
    setTimeout(() => {
      late = true;
      resolve(fresh);
    }, patience),
  );
  return Promise.race([found, tired]);
}

export function saveIdentity(identity: Identity): Promise<boolean> {
  return writeKept({ [KEY]: identity });
}

/** Taken back by staff: what hung here and who it was are forgotten together. */
export function forgetIdentity(): Promise<void> {
  return forgetAll();
}

/** "d" and 256 bits; works on plain HTTP too, where randomUUID and subtle are missing. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = btoa(String.fromCharCode(...bytes));
  return `d${text.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")}`;
}

/** The secret counts even where another build wrote down the place in a shape this one does not know. */
function asIdentity(value: unknown): Identity | null {
  if (typeof value !== "object" || value === null) return null;
  const { token, display } = value as { readonly token?: unknown; readonly display?: unknown };
  if (typeof token !== "string" || !/^d[\w-]{43}$/.test(token)) return null;
  return { token, display: isOwnDisplay(display) ? display : null };
}
