// Encrypts a short text (AES-256-GCM) so that only this installation reads it, and only about the same thing: a sealed secret moved to
// another account does not open. Called by secondFactor and http/gateway.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { KeyPlace } from "./secretKey.ts";
import { secretKey } from "./secretKey.ts";

/** `about`: what it belongs to, as "second-factor anna". */
export function sealSecret(place: KeyPlace, text: string, about: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", secretKey(place, "seal"), iv).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The text, or null where it was altered, belongs to something else, or the key is another one. */
export function openSecret(place: KeyPlace, sealed: string, about: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < 28) return null;
  try {
    const opener = createDecipheriv("aes-256-gcm", secretKey(place, "seal"), bytes.subarray(0, 12));
    opener.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString("utf8");
  } catch {
    return null;
  }
}
