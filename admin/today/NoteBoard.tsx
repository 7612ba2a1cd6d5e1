// The staff's own notice-board: notes of colleagues, reminders that are due first. Called by TodayPage.
import type { TodayAnswer } from "../../server/domain/todayContract.ts";
import { mayAnywhere } from "../../server/domain/user.ts";
import { session } from "../session/session.ts";
import { deskWord } from "../words/words.ts";
import { NoteList } from "./NoteList.tsx";
import type { Attempt } from "./TodayPage.tsx";

interface Props {
  readonly today: TodayAnswer;
  readonly office: string;
  readonly attempt: Attempt;
}

export function NoteBoard({ today: { notes }, office, attempt }: Props) {
  const user = session.value?.user;
  const mayWrite = user !== undefined && mayAnywhere(user, "write");
  return (
    <section aria-labelledby="today-notes" class="notes">
      <h2 id="today-notes">{deskWord("notes.title")}</h2>
      <p class="quiet">{notes.length === 0 ? deskWord("notes.none") : deskWord("notes.about")}</p>
      <NoteList notes={notes} owner={office} code={null} mayWrite={mayWrite} attempt={attempt} live />
    </section>
  );
}
