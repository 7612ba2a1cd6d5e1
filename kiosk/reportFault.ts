// Says what went wrong where only staff and tests look, never on the screen. Called by connection, boardCache, player and CardBoundary.

/** @param where a short name of the place, "card", "connection" */
export function reportFault(where: string, fault: unknown): void {
  console.warn(`[${where}]`, fault instanceof Error ? `${fault.name}: ${fault.message}` : fault);
}
