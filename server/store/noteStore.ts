// The part of the port that keeps what staff write for themselves: notes and reminders, and the secret addresses of their calendars.
// One property of the store: `store.notes`. Contract tests: tests/store/contractOfNotes.ts.
//
// [SN1] Notes are sealed records and change only inside `write`; a damaged one is never returned as good.
// [SN2] A subscription is known by the digest of its secret; a login has one, and a new one takes the old one's place.
import type { Subscription } from "../domain/calendar.ts";
import type { Note } from "../domain/note.ts";

export interface NoteReader {
  /** Those not removed, newest first. */
  all(): Promise<Note[]>;
  one(id: string): Promise<Note | null>;
  subscription(tokenHash: string): Promise<Subscription | null>;
  subscriptionOf(login: string): Promise<Subscription | null>;
}

export interface NoteWriter extends NoteReader {
  putNote(note: Note): Promise<void>;
  putSubscription(subscription: Subscription): Promise<void>;
  removeSubscription(login: string): Promise<void>;
}
