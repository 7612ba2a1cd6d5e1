// A new person, or one's name and rights; below, what can be done with the account. Called by PeoplePage.

import { useSignal } from "@preact/signals";
import type { Grant } from "../../server/domain/user.ts";
import type { PasswordAnswer, SignInWay, UserLine } from "../../server/domain/userContract.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { session } from "../session/session.ts";
import { peopleWord, word } from "../words/words.ts";
import { GrantRows } from "./GrantRows.tsx";
import { PersonActions } from "./PersonActions.tsx";
import { peopleApi } from "./peopleApi.ts";
import { personName } from "./personName.ts";
import { sentenceOf } from "./sentenceOf.ts";

interface Props {
  /** Null: a new person. */
  readonly line: UserLine | null;
  readonly gateway: string | null;
  readonly onDone: (password: PasswordAnswer | null) => void;
  readonly onClose: () => void;
}

export function PersonDialog({ line, gateway, onDone, onClose }: Props) {
  const name = useSignal(line?.user.name ?? "");
  const login = useSignal("");
  const way = useSignal<SignInWay>("password");
  const grants = useSignal<readonly Grant[]>(line?.user.grants ?? []);
  const trouble = useSignal<string | null>(null);
  const own = line?.user.login === session.value?.user.login;
  const save = async () => {
    // Chosen in the two lists but not added: the person would have an account and no right.
    if (line === null && grants.value.length === 0) {
      trouble.value = peopleWord("person.noRight");
      return;
    }
    try {
      const wanted = { name: name.value.trim(), grants: [...grants.value] };
      if (line === null) return onDone(await peopleApi.create({ ...wanted, login: login.value, way: way.value }));
      const expected = { name: line.user.name, grants: [...line.user.grants] };
      await peopleApi.change(line.user.login, { ...wanted, expected });
      onDone(null);
    } catch (error) {
      trouble.value = sentenceOf(error);
    }
  };
  return (
    <Dialog title={line === null ? peopleWord("person.new") : personName(line.user)} onClose={onClose} wide>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <PlainField label={peopleWord("column.name")}>
          {(aria) => (
            <input
              {...aria}
              required
              maxLength={120}
              autocomplete="off"
              value={name.value}
              onInput={(event) => (name.value = event.currentTarget.value)}
            />
          )}
        </PlainField>
        {line === null && (
          <PlainField label={peopleWord("column.login")} help={peopleWord("person.loginHelp")}>
            {(aria) => (
              <input
                {...aria}
                required
                maxLength={80}
                pattern="[A-Za-z0-9][A-Za-z0-9._@\-]*"
                autocapitalize="none"
                autocomplete="off"
                value={login.value}
                onInput={(event) => (login.value = event.currentTarget.value)}
              />
            )}
          </PlainField>
        )}
        {line === null && gateway !== null && (
          <fieldset class="field">
            <legend>{peopleWord("column.way")}</legend>
            {(["password", "gateway"] as const).map((one) => (
              <label key={one} class="check">
                <input type="radio" name="way" checked={way.value === one} onChange={() => (way.value = one)} />
                <span>{one === "gateway" ? gateway : peopleWord("way.password")}</span>
              </label>
            ))}
          </fieldset>
        )}
        <GrantRows grants={grants.value} fixed={own} onChange={(next) => (grants.value = next)} />
        <Trouble text={trouble.value} />
        <div class="dialog-buttons">
          <button type="submit" class="primary">
            {peopleWord(line === null ? "person.create" : "person.save")}
          </button>
          <button type="button" onClick={onClose}>
            {word("frame.cancel")}
          </button>
        </div>
      </form>
      {line?.touchable === true && <PersonActions line={line} gateway={gateway} onDone={onDone} />}
    </Dialog>
  );
}
