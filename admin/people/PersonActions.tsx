// What can be done with an account besides its rights, each told before it is done. Called by PersonDialog.

import { useSignal } from "@preact/signals";
import type { PasswordAnswer, UserLine } from "../../server/domain/userContract.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { peopleWord, word } from "../words/words.ts";
import { peopleApi } from "./peopleApi.ts";
import { personName } from "./personName.ts";
import { sentenceOf } from "./sentenceOf.ts";

interface Props {
  readonly line: UserLine;
  readonly gateway: string | null;
  readonly onDone: (password: PasswordAnswer | null) => void;
}

type Action = "password" | "gateway" | "sessions" | "disable" | "enable";

export function PersonActions({ line, gateway, onDone }: Props) {
  const asked = useSignal<Action | null>(null);
  const trouble = useSignal<string | null>(null);
  const { login, disabled } = line.user;
  const actions: Action[] = [
    "password",
    ...(gateway !== null && line.way === "password" ? (["gateway"] as const) : []),
    ...(line.sessions > 0 ? (["sessions"] as const) : []),
    disabled ? "enable" : "disable",
  ];
  const run = async (action: Action) => {
    try {
      if (action === "password") return onDone(await peopleApi.resetPassword(login));
      if (action === "sessions") await peopleApi.endSessions(login);
      else await peopleApi.move(login, action);
      onDone(null);
    } catch (error) {
      trouble.value = sentenceOf(error);
    }
  };
  return (
    <section class="person-actions stack" aria-label={peopleWord("action.title")}>
      <h3>{peopleWord("action.title")}</h3>
      {asked.value === null ? (
        <div class="button-row">
          {actions.map((action) => (
            <button key={action} type="button" onClick={() => (asked.value = action)}>
              {peopleWord(`action.${action}`)}
            </button>
          ))}
        </div>
      ) : (
        <div class="stack">
          <p role="status">{peopleWord(`actionAbout.${asked.value}`, { name: personName(line.user) })}</p>
          <div class="button-row">
            <button
              type="button"
              class={asked.value === "enable" ? "primary" : "danger"}
              onClick={() => asked.value !== null && void run(asked.value)}
            >
              {peopleWord(`action.${asked.value}`)}
            </button>
            <button type="button" onClick={() => (asked.value = null)}>
              {word("frame.cancel")}
            </button>
          </div>
        </div>
      )}
      <Trouble text={trouble.value} />
    </section>
  );
}
