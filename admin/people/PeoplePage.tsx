// Who works here and with which rights, for administrators. Shown by Desk at /admin/people.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PasswordAnswer, UserLine, UsersAnswer } from "../../server/domain/userContract.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { peopleWord } from "../words/words.ts";
import { FirstPassword } from "./FirstPassword.tsx";
import { PeopleTable } from "./PeopleTable.tsx";
import { PersonDialog } from "./PersonDialog.tsx";
import { peopleApi } from "./peopleApi.ts";
import { personName } from "./personName.ts";
import { sentenceOf } from "./sentenceOf.ts";
import "./people.css";

export function PeoplePage() {
  const answer = useSignal<UsersAnswer | null>(null);
  const trouble = useSignal<string | null>(null);
  const sought = useSignal("");
  const open = useSignal<UserLine | "new" | null>(null);
  const given = useSignal<PasswordAnswer | null>(null);
  const read = async () => {
    try {
      answer.value = await peopleApi.users();
      trouble.value = null;
    } catch (error) {
      trouble.value = sentenceOf(error);
    }
  };
  useEffect(() => void read(), []);
  const done = (password: PasswordAnswer | null) => {
    open.value = null;
    if (password?.password != null) given.value = password;
    void read();
  };
  const words = sought.value.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = (answer.value?.users ?? []).filter(({ user }) => {
    const text = `${personName(user)} ${user.login}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <main id="content" class="page">
      <div class="page-head">
        <PageTitle>{peopleWord("list.title")}</PageTitle>
        <button type="button" class="primary" onClick={() => (open.value = "new")}>
          {peopleWord("list.new")}
        </button>
      </div>
      <div class="people-search">
        <PlainField label={peopleWord("list.search")}>
          {(aria) => (
            <input
              {...aria}
              type="search"
              value={sought.value}
              onInput={(event) => (sought.value = event.currentTarget.value)}
            />
          )}
        </PlainField>
      </div>
      <Trouble text={trouble.value} />
      {answer.value !== null && (
        <>
          <p class="quiet count" role="status">
            {peopleWord("list.count", { count: shown.length })}
          </p>
          {shown.length > 0 && <PeopleTable lines={shown} onOpen={(line) => (open.value = line)} />}
        </>
      )}
      {open.value !== null && (
        <PersonDialog
          line={open.value === "new" ? null : open.value}
          gateway={answer.value?.gateway ?? null}
          onDone={done}
          onClose={() => (open.value = null)}
        />
      )}
      {given.value !== null && <FirstPassword answer={given.value} onClose={() => (given.value = null)} />}
    </main>
  );
}
