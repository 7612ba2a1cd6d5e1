// Notes of staff, and the dialog for a new one or a changed one. Called by the notice-board and by a posting's page.
import { useSignal } from "@preact/signals";
import type { TodayNote } from "../../server/domain/todayContract.ts";
import { deskWord } from "../words/words.ts";
import { NoteDialog } from "./NoteDialog.tsx";
import { NoteLine } from "./NoteLine.tsx";
import type { Attempt } from "./TodayPage.tsx";

interface Props {
  readonly notes: readonly TodayNote[];
  /** Whose a new note is. */
  readonly owner: string;
  /** The posting it is pinned to. */
  readonly code: string | null;
  readonly mayWrite: boolean;
  readonly attempt: Attempt;
  /** Whether a note that arrives is read out. */
  readonly live?: boolean;
}

export function NoteList({ notes, owner, code, mayWrite, attempt, live = false }: Props) {
  const open = useSignal<TodayNote | "new" | null>(null);
  return (
    <>
      <ul class="note-list" {...(live ? { "aria-live": "polite", "aria-relevant": "additions" } : {})}>
        {notes.map((note) => (
          <NoteLine key={note.id} note={note} attempt={attempt} onEdit={() => (open.value = note)} />
        ))}
      </ul>
      {mayWrite && (
        <button type="button" onClick={() => (open.value = "new")}>
          {deskWord("notes.write")}
        </button>
      )}
      {open.value !== null && (
        <NoteDialog
          note={open.value === "new" ? null : open.value}
          owner={owner}
          code={code}
          onDone={() => {
            open.value = null;
            void attempt(async () => undefined);
          }}
        />
      )}
    </>
  );
}
