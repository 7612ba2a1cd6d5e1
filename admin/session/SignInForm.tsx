// Login and password. Shown alone on the first page and in a dialog where a session ended under an open page.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Refused } from "../api.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { peopleWord, word } from "../words/words.ts";
import { signIn } from "./session.ts";

export function SignInForm({ login }: { readonly login?: string }) {
  const trouble = useSignal<string | null>(null);
  const busy = useSignal(false);
  const codeAsked = useSignal(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    busy.value = true;
    trouble.value = null;
    try {
      const code = data.get("code");
      await signIn(
        String(data.get("login")).trim(),
        String(data.get("password")),
        ...(code === null ? [] : [String(code)]),
      );
    } catch (error) {
      if (error instanceof Refused && error.code === "secondFactorRequired") codeAsked.value = true;
      trouble.value = error instanceof Error ? error.message : String(error);
    }
    busy.value = false;
  };
  return (
    <form class="stack" onSubmit={submit}>
      <PlainField label={word("signIn.login")}>
        {(aria) => (
          <input {...aria} name="login" required autocomplete="username" autocapitalize="none" defaultValue={login} />
        )}
      </PlainField>
      <PlainField label={word("signIn.password")}>
        {(aria) => <input {...aria} name="password" type="password" required autocomplete="current-password" />}
      </PlainField>
      {codeAsked.value && <CodeField />}
      <Trouble text={trouble.value} />
      <button type="submit" class="primary" aria-disabled={busy.value}>
        {word("signIn.enter")}
      </button>
    </form>
  );
}

function CodeField() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <PlainField label={peopleWord("signIn.code")} help={peopleWord("signIn.codeHelp")}>
      {(aria) => (
        <input {...aria} ref={input} name="code" required autocapitalize="none" autocomplete="one-time-code" />
      )}
    </PlainField>
  );
}
