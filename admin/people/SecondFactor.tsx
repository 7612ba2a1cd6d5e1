// The second factor: add it in three steps (password, camera, first code), keep the recovery codes, or remove it. Called by OwnPage.
import { useSignal } from "@preact/signals";
import type { EnrolAnswer, SecurityAnswer } from "../../server/domain/userContract.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { peopleWord } from "../words/words.ts";
import { CopyButton } from "./CopyButton.tsx";
import { peopleApi } from "./peopleApi.ts";
import { sentenceOf } from "./sentenceOf.ts";

interface Props {
  readonly security: SecurityAnswer;
  readonly onChange: () => Promise<void>;
}

export function SecondFactor({ security, onChange }: Props) {
  const enrolling = useSignal<EnrolAnswer | null>(null);
  const recovery = useSignal<readonly string[]>([]);
  const trouble = useSignal<string | null>(null);
  const attempt = (work: (text: string) => Promise<void>) => async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    try {
      await work(String(new FormData(form).get("text")));
      trouble.value = null;
      form.reset();
    } catch (error) {
      trouble.value = sentenceOf(error);
    }
  };
  const begin = attempt(async (password) => {
    enrolling.value = await peopleApi.enrol(password);
  });
  const confirm = attempt(async (code) => {
    recovery.value = (await peopleApi.confirm(code)).recovery;
    enrolling.value = null;
    await onChange();
  });
  const remove = attempt(async (password) => {
    await peopleApi.removeSecondFactor(password);
    recovery.value = [];
    await onChange();
  });
  return (
    <section class="stack" aria-labelledby="own-factor">
      <h2 id="own-factor">{peopleWord("factor.title")}</h2>
      {security.way === "gateway" ? (
        <p>{peopleWord("factor.byGateway")}</p>
      ) : security.secondFactor ? (
        <>
          <p>{peopleWord("factor.on", { count: security.recoveryLeft })}</p>
          {recovery.value.length > 0 && <RecoveryCodes codes={recovery.value} />}
          <PasswordForm submit={remove} button={peopleWord("factor.remove")} danger />
        </>
      ) : enrolling.value === null ? (
        <>
          <p>{peopleWord("factor.about")}</p>
          <PasswordForm submit={begin} button={peopleWord("factor.begin")} />
        </>
      ) : (
        <form class="stack" onSubmit={confirm}>
          <p>{peopleWord("factor.scan")}</p>
          <img class="factor-picture" src={enrolling.value.picture} alt={peopleWord("factor.picture")} />
          <p>
            {peopleWord("factor.byHand")} <code>{enrolling.value.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
          </p>
          <PlainField label={peopleWord("signIn.code")}>
            {(aria) => <input {...aria} name="text" required inputMode="numeric" autocomplete="one-time-code" />}
          </PlainField>
          <div>
            <button type="submit" class="primary">
              {peopleWord("factor.confirm")}
            </button>
          </div>
        </form>
      )}
      <Trouble text={trouble.value} />
    </section>
  );
}

function PasswordForm(props: {
  readonly submit: (event: SubmitEvent) => Promise<void>;
  readonly button: string;
  readonly danger?: boolean;
}) {
  return (
    <form class="stack" onSubmit={props.submit}>
      <PlainField label={peopleWord("factor.password")}>
        {(aria) => <input {...aria} name="text" type="password" required autocomplete="current-password" />}
      </PlainField>
      <div>
        <button type="submit" class={props.danger ? "danger" : "primary"}>
          {props.button}
        </button>
      </div>
    </form>
  );
}

function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <div class="notice stack">
      <p>{peopleWord("factor.recovery")}</p>
      <ol class="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div>
        <CopyButton text={codes.join("\n")} />
      </div>
    </div>
  );
}
