// Refuses an SQLite in which two connections checkpointing at once could damage the file: 3.7.0 to 3.51.2 (sqlite.org/changes.html).
// Called by sqlite.ts for every connection.
const NEEDED = [3, 51, 3] as const;

export function refuseOldSqlite(version: string): void {
  const found = version.split(".").map(Number);
  const differing = NEEDED.findIndex((needed, place) => (found[place] ?? 0) !== needed);
  if (differing === -1 || (found[differing] ?? 0) > (NEEDED[differing] ?? 0)) return;
  throw new Error(`SQLite ${version} can damage a database in WAL mode; ${NEEDED.join(".")} or newer is needed`);
}
