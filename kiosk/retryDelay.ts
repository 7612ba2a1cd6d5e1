// How long to wait before connecting again, so that a thousand displays do not knock at the same instant. Called by connection.

/** Milliseconds: 0–5 s the first time, then 5–10, 7.5–15 s: a line that heals is in use again within half a minute, a slow handshake included. @param random in [0, 1) */
export function retryDelay(attempt: number, random: number): number {
  if (attempt <= 0) return random * 5_000;
  const ceiling = Math.min(15_000, 5_000 * 2 ** attempt);
  return ceiling / 2 + (random * ceiling) / 2;
}
