// Who this device is: a secret it made itself, and the place staff gave it. Kept in IndexedDB, for years; sent in headers and the socket's
// handshake, never in an address. Called by main, pairing and showOffice.
import type { OwnDisplay } from "../server/domain/display.ts";
import { forgetAll, readKept, writeKept } from "./keep.ts";
import { isOwnDisplay } from "./readAnswer.ts";

export interface Identity {
  readonly token: string;
  /** Null until paired. */
  readonly display: OwnDisplay | null;
}

const KEY = "identity";

/** The identity kept, or a new one without a place, already kept. */
export async function loadIdentity(): Promise<Identity> {
  const [kept] = await readKept(KEY);
  if (isIdentity(kept)) return kept;
  const fresh: Identity = { token: newToken(), display: null };
  await saveIdentity(fresh);
  return fresh;
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

function isIdentity(value: unknown): value is Identity {
  if (typeof value !== "object" || value === null) return false;
  const { token, display } = value as Partial<Identity>;
  return typeof token === "string" && /^d[\w-]{43}$/.test(token) && (display === null || isOwnDisplay(display));
}
