// Login and password. Shown alone on the first page and in a dialog where a session ended under an open page.
import { useSignal } from "@preact/signals";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { word } from "../words/words.ts";
import { signIn } from "./session.ts";

export function SignInForm({ login }: { readonly login?: string }) {
  const trouble = useSignal<string | null>(null);
  const busy = useSignal(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    busy.value = true;
    trouble.value = null;
    try {
      await signIn(String(data.get("login")).trim(), String(data.get("password")));
    } catch (error) {
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
      <Trouble text={trouble.value} />
      <button type="submit" class="primary" aria-disabled={busy.value}>
        {word("signIn.enter")}
      </button>
    </form>
  );
}
