// Occupations for a title as offices write them: "Cameriere/a di sala" is nobody's label, "cameriere" is. Called by OccupationField.
import type { OccupationHit } from "../../../server/domain/httpContract.ts";
import { api } from "../../api.ts";
import { attemptsFor } from "./attemptsFor.ts";

/** Hits for the whole text, else for ever fewer of its first words. */
export async function findOccupations(text: string, abort: AbortSignal): Promise<readonly OccupationHit[]> {
  for (const attempt of attemptsFor(text)) {
    const hits = await api.occupations(attempt, abort);
    if (hits.length > 0) return hits;
  }
  return [];
}
