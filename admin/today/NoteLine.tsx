// One note: its words, who wrote it, when it is due, and what may be done with it. Called by the notice-board and by a posting's notes.

import { romeDay, romeInstant } from "../../server/domain/time.ts";
import type { TodayNote } from "../../server/domain/todayContract.ts";
import { offerUndo } from "../frame/undo.ts";
import { ownerOf } from "../session/session.ts";
import { shortDay } from "../words/formats.ts";
import { deskWord } from "../words/words.ts";
import type { Attempt } from "./TodayPage.tsx";
import { todayApi } from "./todayApi.ts";

interface Props {
  readonly note: TodayNote;
  readonly attempt: Attempt;
  readonly onEdit: () => void;
}

export function NoteLine({ note, attempt, onEdit }: Props) {
  const { id, text, by, at, due, dueSince, tickedOn, owner, code, title, mayChange } = note;
  const tick = () =>
    attempt(async () => {
      await todayApi.tickNote(id);
      offerUndo(deskWord("notes.ticked"), () => attempt(() => todayApi.tickNote(id, tickedOn)));
    });
  const remove = () =>
    attempt(async () => {
      await todayApi.removeNote(id, false);
      offerUndo(deskWord("notes.removed"), () => attempt(() => todayApi.removeNote(id, true)));
    });
  const where = owner === "*" ? deskWord("notes.everyone") : ownerOf(owner)?.name;
  const button = (key: string, run: () => void, kind = "plain") => (
    <button type="button" class={kind} aria-label={`${deskWord(key)}: ${text.slice(0, 60)}`} onClick={run}>
      {deskWord(key)}
    </button>
  );
  return (
    <li class={dueSince === null ? "note-line" : "note-line due"}>
      <p class="note-text">{text}</p>
      <p class="quiet">
        {due !== null && <b>{dueText(due.day, dueSince, due.every)}</b>}{" "}
        {code !== null && title !== null && (
          <>
            {deskWord("notes.pinnedTo")}{" "}
            <a href={`/admin/postings/${code}`} lang="it">
              {title}
            </a>{" "}
          </>
        )}
        {deskWord("notes.by", { name: by, when: shortDay(at) })} · {where}
      </p>
      {mayChange && (
        <p class="note-buttons">
          {dueSince !== null && button("notes.done", () => void tick(), "")}
          {button("notes.change", onEdit)}
          {button("notes.remove", () => void remove())}
        </p>
      )}
    </li>
  );
}

function dueText(day: string, since: string | null, every: string | null): string {
  const repeats = every === null ? "" : ` (${deskWord(`notes.recurrence.${every}`)})`;
  if (since === null) return deskWord("notes.dueNext", { day: shortDay(romeInstant(day)) }) + repeats;
  const said =
    since === romeDay(Date.now())
      ? deskWord("notes.dueToday")
      : deskWord("notes.dueSince", { day: shortDay(romeInstant(since)) });
  return said + repeats;
}
