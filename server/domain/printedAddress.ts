// What a person scanned from a sheet or typed from it, read as an address of ours: the code alone, the short address, or all a QR carries.
// Used by the desk's walk along the wall and by the page "is this sheet ours?".
import type { Code } from "./code.ts";
import { fromBase32, readCode } from "./code.ts";
import type { Revision } from "./posting.ts";

export interface PrintedAddress {
  /** Null where there is no code in it, or its check character is wrong. */
  readonly code: Code | null;
  /** Null where the address does not say. */
  readonly revision: Revision | null;
  /** As written, in lower case; null where there is only a code. */
  readonly host: string | null;
}

const ADDRESS = /^(?:https?:\/\/)?([^/\s?#]+\.[^/\s?#]+|localhost(?::\d+)?)(?:\/|$)/i;
const PATH = /(?:^|\/)o\/([^/?#\s]+)(?:\/([a-z]{1,3})(?:\/([0-9a-z]+))?)?/i;

export function readPrintedAddress(written: string): PrintedAddress {
  const text = written.trim();
  const [, code, , revision] = PATH.exec(text) ?? [];
  return {
    code: readCode(code ?? text),
    revision: revision === undefined ? null : fromBase32(revision),
    host: ADDRESS.exec(text)?.[1]?.toLowerCase() ?? null,
  };
}
