// How many characters a posting shows in large type, all its parts together: what the time it stays is reckoned from [R2]. Called by the display.
import type { LargeCard } from "./fitLarge.ts";

export function largeCharacters({ parts }: Pick<LargeCard, "parts">): number {
  return parts.reduce((sum, lines) => sum + lines.reduce((letters, { text }) => letters + text.length, 0), 0);
}
