// Says what went wrong where only staff and tests look, never on the screen. Called by connection, boardCache, player and CardBoundary.

const said = new Map<string, string>();

/** The same fault of the same place is said once in a row: a night without a server is no reason to fill a log. */
export function reportFault(where: string, fault: unknown): void {
  const text = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
  if (said.get(where) === text) return;
  said.set(where, text);
  console.warn(`[${where}] ${text}`);
}
