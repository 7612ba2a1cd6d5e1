// What colleagues pinned to a posting, and one's own note beside it. Called by PostingPage; loaded after the form.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { dueSince } from "../../server/domain/note.ts";
import { romeDay } from "../../server/domain/time.ts";
import type { TodayNote } from "../../server/domain/todayContract.ts";
import { committed } from "../frame/live.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { allowed, noteEndedSession } from "../session/session.ts";
import { deskWord } from "../words/words.ts";
import { NoteList } from "./NoteList.tsx";
import { todayApi } from "./todayApi.ts";
import "./today.css";

export function PinnedNotes({ code, owner }: { readonly code: string; readonly owner: string }) {
  const notes = useSignal<readonly TodayNote[]>([]);
  const trouble = useSignal<string | null>(null);
  const read = async () => {
    const today = romeDay(Date.now());
    const found = (await todayApi.notesOn(code)).notes;
    notes.value = found.map((note) => ({ ...note, dueSince: dueSince(note, today), title: null }));
  };
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      await read();
      trouble.value = null;
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  // In the background, so silently: whoever writes is asked for the password by the next save, not by this.
  useEffect(() => void read().catch(() => undefined), [code, committed.value]);
  return (
    <section class="notes" aria-labelledby="pinned-notes">
      <h2 id="pinned-notes">{deskWord("notes.pinned")}</h2>
      <Trouble text={trouble.value} />
      <NoteList notes={notes.value} owner={owner} code={code} mayWrite={allowed("write", owner)} attempt={attempt} />
    </section>
  );
}
