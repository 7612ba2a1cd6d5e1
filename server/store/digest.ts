// SHA-256 of a text, in hexadecimal. Called by the row seals, the chain of events and the backup.
import { hash } from "node:crypto";

export function digest(text: string): string {
  return hash("sha256", text, "hex");
}
