// Whether a sheet somebody stands before is ours: from the code or address on it, and nothing else. Called by http/leafPages.
// [SC1] Says of a code that never was public the same as of one that was never given: drafts are not betrayed.
import type { SheetVerdict } from "../../templates/page/SheetCheckPage.tsx";
import { stateAt } from "../domain/posting.ts";
import { readPrintedAddress } from "../domain/printedAddress.ts";
import type { House } from "../house.ts";

export function checkSheet(
  { mirror, clock, config }: Pick<House, "mirror" | "clock" | "config">,
  written: string,
): SheetVerdict {
  const { code, host, revision } = readPrintedAddress(written);
  if (host !== null && host !== new URL(config.publicUrl).host.toLowerCase()) return { is: "foreign", host };
  if (code === null) return { is: "malformed" };
  const now = clock.now();
  const entry = mirror.entry(code);
  const state = entry === undefined ? "draft" : stateAt(entry.posting, now);
  if (entry === undefined || entry.shown === null || state === "draft" || state === "scheduled")
    return { is: "unknown" };
  const closedAt = state === "closed" ? (entry.posting.closed?.at ?? Math.min(entry.shown.until - 1, now)) : null;
  return { is: "ours", posting: entry.shown, closedAt, revision };
}
