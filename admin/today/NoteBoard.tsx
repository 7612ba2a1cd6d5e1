// The staff's own notice-board: notes of colleagues, reminders that are due first. Called by TodayPage.
import { useSignal } from "@preact/signals";
import type { TodayAnswer, TodayNote } from "../../server/domain/todayContract.ts";
import { mayAnywhere } from "../../server/domain/user.ts";
import { session } from "../session/session.ts";
import { deskWord } from "../words/words.ts";
import { NoteDialog } from "./NoteDialog.tsx";
import { NoteLine } from "./NoteLine.tsx";
import type { Attempt } from "./TodayPage.tsx";

interface Props {
  readonly today: TodayAnswer;
  readonly office: string;
  readonly attempt: Attempt;
}

export function NoteBoard({ today, office, attempt }: Props) {
  const open = useSignal<TodayNote | "new" | null>(null);
  const user = session.value?.user;
  return (
    <section aria-labelledby="today-notes" class="notes">
      <h2 id="today-notes">{deskWord("notes.title")}</h2>
      <p class="quiet">{today.notes.length === 0 ? deskWord("notes.none") : deskWord("notes.about")}</p>
      <ul class="note-list" aria-live="polite" aria-relevant="additions">
        {today.notes.map((note) => (
          <NoteLine key={note.id} note={note} attempt={attempt} onEdit={() => (open.value = note)} />
        ))}
      </ul>
      {user && mayAnywhere(user, "write") && (
        <button type="button" onClick={() => (open.value = "new")}>
          {deskWord("notes.write")}
        </button>
      )}
      {open.value !== null && (
        <NoteDialog
          note={open.value === "new" ? null : open.value}
          owner={office}
          code={null}
          onDone={() => {
            open.value = null;
            void attempt(async () => undefined);
          }}
        />
      )}
    </section>
  );
}
