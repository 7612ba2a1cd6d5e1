// The code of a posting out of what was scanned from a sheet or typed from it. Called by ScanBox.
import { readCode } from "../../server/domain/code.ts";

/** The whole address of a QR, the code alone, in any letter case; null where there is no code in it. */
export function readSheetCode(scanned: string): string | null {
  const path = /\/o\/([^/?#\s]+)/i.exec(scanned)?.[1];
  return readCode(path ?? scanned);
}
