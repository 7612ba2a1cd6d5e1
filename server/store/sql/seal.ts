// Seals a row with the SHA-256 of everything in it, and opens only rows whose seal holds. [ST5]
// SQLite's own integrity check misses nearly every flipped bit in a text; this finds them.
// Called by every file here that stores records.
import { canonicalJson } from "../canonical.ts";
import { digest } from "../digest.ts";

export function sealOf(row: { readonly document: string; readonly hash?: string }): string {
  const { document, hash: _, ...columns } = row;
  return digest(canonicalJson(columns) + document);
}

export function seal<C extends object>(columns: C, record: unknown): C & { document: string; hash: string } {
  const row = { ...columns, document: canonicalJson(record) };
  return { ...row, hash: sealOf(row) };
}

/** The record, or null where the row is damaged. */
export function unseal<R>(row: { readonly document: string; readonly hash: string } | undefined): R | null {
  if (row === undefined || sealOf(row) !== row.hash) return null;
  return JSON.parse(row.document) as R;
}

export function unsealAll<R>(rows: readonly { readonly document: string; readonly hash: string }[]): R[] {
  return rows.map((row) => unseal<R>(row)).filter((record) => record !== null);
}
