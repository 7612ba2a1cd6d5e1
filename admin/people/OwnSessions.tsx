// Where one is signed in now; each place can be signed out from here. Called by OwnPage.
import { useSignal } from "@preact/signals";
import type { OwnSession } from "../../server/domain/userContract.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { dayAndHour } from "../words/formats.ts";
import { peopleWord } from "../words/words.ts";
import { peopleApi } from "./peopleApi.ts";
import { sentenceOf } from "./sentenceOf.ts";

interface Props {
  readonly sessions: readonly OwnSession[];
  readonly onChange: () => Promise<void>;
}

export function OwnSessions({ sessions, onChange }: Props) {
  const trouble = useSignal<string | null>(null);
  const end = async (id: string | null) => {
    try {
      await (id === null ? peopleApi.endOthers() : peopleApi.endOther(id));
      trouble.value = null;
      await onChange();
    } catch (error) {
      trouble.value = sentenceOf(error);
    }
  };
  return (
    <section class="stack" aria-labelledby="own-sessions">
      <h2 id="own-sessions">{peopleWord("own.sessions")}</h2>
      <p class="quiet">{peopleWord("own.sessionsAbout")}</p>
      <ul class="grants">
        {sessions.map((one) => (
          <li key={one.id}>
            <span>
              {peopleWord("own.since", { since: dayAndHour(one.createdAt), seen: dayAndHour(one.seenAt) })}
              {one.current && <span class="tag">{peopleWord("own.here")}</span>}
            </span>
            {!one.current && (
              <button type="button" class="plain" onClick={() => void end(one.id)}>
                {peopleWord("own.end")}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Trouble text={trouble.value} />
      {sessions.length > 1 && (
        <div>
          <button type="button" onClick={() => void end(null)}>
            {peopleWord("own.endOthers")}
          </button>
        </div>
      )}
    </section>
  );
}
