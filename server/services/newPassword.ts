// A first password, shown once and changed at the first sign-in: 96 random bits in signs one can read out. Called by the services of users.
import { randomBytes } from "node:crypto";

export function newPassword(): string {
  return randomBytes(12).toString("base64url");
}
