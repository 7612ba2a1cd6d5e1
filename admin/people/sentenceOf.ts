// What a failed call says to the person, noting a session that ended meanwhile. Called by every page of people.
import { noteEndedSession } from "../session/session.ts";

export function sentenceOf(error: unknown): string {
  noteEndedSession(error);
  return error instanceof Error ? error.message : String(error);
}
