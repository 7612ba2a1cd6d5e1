// Occupations for a title as offices write them: "Cameriere/a di sala" is nobody's label, "cameriere" is. Called by OccupationField.
import type { OccupationHit } from "../../../server/domain/httpContract.ts";
import { api } from "../../api.ts";

/** Hits for the whole text, else for ever fewer of its first words. */
export async function findOccupations(text: string, abort: AbortSignal): Promise<readonly OccupationHit[]> {
  for (const attempt of attemptsFor(text)) {
    const hits = await api.occupations(attempt, abort);
    if (hits.length > 0) return hits;
  }
  return [];
}

export function attemptsFor(text: string): string[] {
  const plain = text
    .replace(/\s*\([^)]*\)/g, " ")
    .replace(/[/*](?:[ae]|in|trice|euse|ice|ère|ne)\b/giu, "")
    .replace(/\s+/g, " ")
    .trim();
  const words = plain.split(" ");
  const shorter = [3, 2, 1].filter((count) => count < words.length).map((count) => words.slice(0, count).join(" "));
  // "Aiuto cuoco", "Addetto vendite": the second word may be the occupation.
  return [...new Set([text, plain, ...shorter, ...words.slice(1, 2)])].filter((attempt) => attempt.length >= 3);
}
