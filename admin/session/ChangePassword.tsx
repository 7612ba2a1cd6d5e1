// The generated first password must give way to one's own before anything else. Shown by Desk.
import { useSignal } from "@preact/signals";
import { api } from "../api.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { word } from "../words/words.ts";
import { loadSession, signOut } from "./session.ts";

/** As the server asks (httpContract, changePasswordBody). */
const SHORTEST = 12;

export function ChangePassword() {
  const trouble = useSignal<string | null>(null);
  const problem = useSignal<{ field: "next" | "again"; text: string } | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const [current, next, again] = ["current", "next", "again"].map((name) => String(data.get(name))) as [
      string,
      string,
      string,
    ];
    problem.value =
      next.length < SHORTEST
        ? { field: "next", text: word("password.tooShort", { count: SHORTEST }) }
        : next !== again
          ? { field: "again", text: word("password.differ") }
          : null;
    trouble.value = null;
    if (problem.value !== null) return document.getElementById(`password-${problem.value.field}`)?.focus();
    try {
      await api.changePassword({ current, next });
      await loadSession();
    } catch (error) {
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  const problemOf = (field: string) => (problem.value?.field === field ? problem.value.text : null);
  return (
    <main class="gate">
      <div class="gate-box">
        <p class="wordmark">{word("frame.name")}</p>
        <PageTitle>{word("password.title")}</PageTitle>
        <p class="quiet">{word("password.about")}</p>
        <form class="stack" onSubmit={submit} noValidate>
          <PlainField label={word("password.current")}>
            {(aria) => <input {...aria} name="current" type="password" required autocomplete="current-password" />}
          </PlainField>
          <PlainField
            id="password-next"
            label={word("password.next")}
            help={word("password.nextHelp", { count: SHORTEST })}
            problem={problemOf("next")}
          >
            {(aria) => <input {...aria} name="next" type="password" required autocomplete="new-password" />}
          </PlainField>
          <PlainField id="password-again" label={word("password.again")} problem={problemOf("again")}>
            {(aria) => <input {...aria} name="again" type="password" required autocomplete="new-password" />}
          </PlainField>
          <Trouble text={trouble.value} />
          <button type="submit" class="primary">
            {word("password.change")}
          </button>
          <button type="button" class="plain" onClick={() => void signOut()}>
            {word("frame.signOut")}
          </button>
        </form>
      </div>
    </main>
  );
}
