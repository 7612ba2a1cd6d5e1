// One text for one value: keys sorted, nothing but JSON. What hashes are taken of, and how documents are stored.
// Called by the row seals, the chain of events and the backup.

/** Absent and undefined are the same; an undefined place of an array is null, as in JSON. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((one) => (one === undefined ? "null" : canonicalJson(one))).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const record = value as Record<string, unknown>;
  const parts: string[] = [];
  for (const key of Object.keys(record).sort()) {
    const member = record[key];
    if (member !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${parts.join(",")}}`;
}
