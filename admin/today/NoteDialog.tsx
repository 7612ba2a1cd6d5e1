// Writes a note or changes one: its words, whom it is for, and the day it reminds on. Called by the notice-board and by a posting's notes.
import { useSignal } from "@preact/signals";
import type { Note, Recurrence } from "../../server/domain/note.ts";
import { NOTE_LIMIT, RECURRENCES } from "../../server/domain/note.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { readableOffices } from "../session/chosenOffice.ts";
import { allowed, noteEndedSession } from "../session/session.ts";
import { deskWord } from "../words/words.ts";
import { todayApi } from "./todayApi.ts";

interface Props {
  readonly note: Note | null;
  /** Of a new note: the office at hand, or "" for none in particular. */
  readonly owner: string;
  /** Of a new note: the posting it is pinned to. */
  readonly code: string | null;
  readonly onDone: () => void;
}

export function NoteDialog({ note, owner, code, onDone }: Props) {
  const offices = readableOffices().filter(({ id }) => allowed("write", id));
  const everyone = allowed("administerNetwork", "*");
  const text = useSignal(note?.text ?? "");
  const first =
    owner !== "" && offices.some(({ id }) => id === owner) ? owner : everyone ? "*" : (offices[0]?.id ?? "");
  const whom = useSignal(note?.owner ?? first);
  const day = useSignal(note?.due?.day ?? "");
  const every = useSignal<Recurrence | "">(note?.due?.every ?? "");
  const trouble = useSignal<string | null>(null);
  const save = async () => {
    const due = day.value === "" ? null : { day: day.value, every: every.value === "" ? null : every.value };
    try {
      if (note === null)
        await todayApi.writeNote({ owner: code === null ? whom.value : owner, code, text: text.value, due });
      else await todayApi.changeNote(note.id, { text: text.value, due });
      onDone();
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  return (
    <Dialog title={deskWord(note === null ? "notes.write" : "notes.edit")} onClose={onDone}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <PlainField label={deskWord("notes.text")} help={deskWord("notes.textHelp")}>
          {(aria) => (
            <textarea
              {...aria}
              required
              maxLength={NOTE_LIMIT}
              value={text.value}
              onInput={(event) => (text.value = event.currentTarget.value)}
            />
          )}
        </PlainField>
        {note === null && code === null && (
          <PlainField label={deskWord("notes.where")}>
            {(aria) => (
              <select {...aria} value={whom.value} onChange={(event) => (whom.value = event.currentTarget.value)}>
                {everyone && <option value="*">{deskWord("notes.everyone")}</option>}
                {offices.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </PlainField>
        )}
        <PlainField label={deskWord("notes.remind")} help={deskWord("notes.remindHelp")}>
          {(aria) => (
            <input
              {...aria}
              type="date"
              value={day.value}
              onInput={(event) => (day.value = event.currentTarget.value)}
            />
          )}
        </PlainField>
        {day.value !== "" && (
          <PlainField label={deskWord("notes.every")}>
            {(aria) => (
              <select
                {...aria}
                value={every.value}
                onChange={(event) => (every.value = event.currentTarget.value as Recurrence | "")}
              >
                <option value="">{deskWord("notes.once")}</option>
                {RECURRENCES.map((one) => (
                  <option key={one} value={one}>
                    {deskWord(`notes.recurrence.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </PlainField>
        )}
        <Trouble text={trouble.value} />
        <div class="dialog-buttons">
          <button type="submit" class="primary">
            {deskWord("notes.save")}
          </button>
          <button type="button" onClick={onDone}>
            {deskWord("notes.cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
