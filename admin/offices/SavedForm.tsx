// A form saved as a whole by its one button, with what became of it said below; locked for whoever may only read. Called by OfficeFormPage and VisitForm.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { api } from "../api.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { noteEndedSession, owners } from "../session/session.ts";
import { officeWord as word } from "../words/words.ts";

interface Props {
  readonly name: string;
  readonly class: string;
  readonly mayChange: boolean;
  /** What the fields hold now: "saved" is no longer true once it changes. */
  readonly holds: unknown;
  readonly button: string;
  /** Sends what the fields hold; a refusal is told. */
  readonly send: () => Promise<unknown>;
  readonly children: ComponentChildren;
}

export function SavedForm({ name, class: looks, mayChange, holds, button, send, children }: Props) {
  const said = useSignal("");
  const trouble = useSignal<string | null>(null);
  useEffect(() => {
    said.value = "";
  }, [holds]);
  const save = async () => {
    try {
      await send();
      owners.value = (await api.owners()).owners;
      trouble.value = null;
      said.value = word("saved");
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  return (
    <form
      class={looks}
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset role="presentation" disabled={!mayChange} class="stack">
        {children}
      </fieldset>
      <Trouble text={trouble.value} />
      <p role="status">{said.value}</p>
      {mayChange && (
        <button type="submit" class="primary">
          {button}
        </button>
      )}
    </form>
  );
}
