// One's own access: where one is signed in, and the second factor. Shown by Desk at /admin/me.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { SecurityAnswer } from "../../server/domain/userContract.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { session } from "../session/session.ts";
import { peopleWord } from "../words/words.ts";
import { OwnSessions } from "./OwnSessions.tsx";
import { grantText } from "./PeopleTable.tsx";
import { peopleApi } from "./peopleApi.ts";
import { personName } from "./personName.ts";
import { SecondFactor } from "./SecondFactor.tsx";
import { sentenceOf } from "./sentenceOf.ts";
import "./people.css";

export function OwnPage() {
  const answer = useSignal<SecurityAnswer | null>(null);
  const trouble = useSignal<string | null>(null);
  const read = async () => {
    try {
      answer.value = await peopleApi.security();
      trouble.value = null;
    } catch (error) {
      trouble.value = sentenceOf(error);
    }
  };
  useEffect(() => void read(), []);
  const user = session.value?.user;
  return (
    <main id="content" class="page own stack">
      <PageTitle>{peopleWord("own.title")}</PageTitle>
      {user && (
        <p class="quiet">
          {personName(user)} ({user.login}): {user.grants.map(grantText).join("; ") || peopleWord("list.noRights")}
        </p>
      )}
      <Trouble text={trouble.value} />
      {answer.value !== null && (
        <>
          <OwnSessions sessions={answer.value.sessions} onChange={read} />
          <SecondFactor security={answer.value} onChange={read} />
        </>
      )}
    </main>
  );
}
