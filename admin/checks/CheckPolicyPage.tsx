// How strict the network is about each check before publishing, for network administrators. Shown by Desk at /admin/rules.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CheckPolicy, Concern, Strictness } from "../../server/domain/checks/finding.ts";
import type { Contract } from "../../server/domain/vocabulary.ts";
import { CONTRACTS } from "../../server/domain/vocabulary.ts";
import { api } from "../api.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { checkWord, label } from "../words/words.ts";

// Lists of their own: the server's would bring its validator along.
const CONCERNS: readonly Concern[] = ["pay", "wording", "reserved", "dates", "reading", "duplicate"];
const LEVELS: readonly Strictness[] = ["off", "warn", "block"];

export function CheckPolicyPage() {
  const policy = useSignal<CheckPolicy | null>(null);
  const saved = useSignal(false);
  const trouble = useSignal<string | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
      trouble.value = null;
    } catch (error) {
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  useEffect(
    () =>
      void attempt(async () => {
        policy.value = (await api.checkPolicy()).policy;
      }),
    [],
  );
  const set = (next: Partial<CheckPolicy>) => {
    if (policy.value !== null) policy.value = { ...policy.value, ...next };
    saved.value = false;
  };
  const now = policy.value;
  const setPay = (next: Partial<CheckPolicy["pay"]>) => now && set({ pay: { ...now.pay, ...next } });
  const toggle = (contract: Contract, on: boolean) =>
    now && setPay({ exempt: CONTRACTS.filter((one) => (one === contract ? on : now.pay.exempt.includes(one))) });
  const save = () =>
    attempt(async () => {
      if (policy.value === null) return;
      await api.setCheckPolicy(policy.value);
      saved.value = true;
    });
  return (
    <main id="content" class="page narrow stack">
      <PageTitle>{checkWord("policy.title")}</PageTitle>
      <p>{checkWord("policy.about")}</p>
      {now !== null && (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {CONCERNS.map((concern) => (
            <PlainField key={concern} label={checkWord(`policy.concern.${concern}`)}>
              {(aria) => (
                <select
                  {...aria}
                  value={concern === "pay" ? now.pay.level : now[concern]}
                  onChange={({ currentTarget }) => {
                    const level = LEVELS.find((one) => one === currentTarget.value) ?? "warn";
                    if (concern === "pay") setPay({ level });
                    else set({ [concern]: level });
                  }}
                >
                  {LEVELS.map((level) => (
                    <option key={level} value={level}>
                      {checkWord(`policy.${level}`)}
                    </option>
                  ))}
                </select>
              )}
            </PlainField>
          ))}
          <PlainField label={checkWord("policy.payFrom")}>
            {(aria) => (
              <input
                {...aria}
                type="date"
                value={now.pay.from ?? ""}
                onChange={({ currentTarget }) => setPay({ from: currentTarget.value || null })}
              />
            )}
          </PlainField>
          <fieldset class="field">
            <legend>{checkWord("policy.payExempt")}</legend>
            {CONTRACTS.map((contract) => (
              <label key={contract} class="check">
                <input
                  type="checkbox"
                  checked={now.pay.exempt.includes(contract)}
                  onChange={({ currentTarget }) => toggle(contract, currentTarget.checked)}
                />
                {label("contract", contract)}
              </label>
            ))}
          </fieldset>
          <p>{checkWord("policy.candidates")}</p>
          <div class="dialog-buttons">
            <button type="submit" class="primary">
              {checkWord("policy.save")}
            </button>
          </div>
          <p role="status">{saved.value && checkWord("policy.saved")}</p>
        </form>
      )}
      <Trouble text={trouble.value} />
    </main>
  );
}
