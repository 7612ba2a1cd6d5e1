// What a visit needs to know: entrances and what helps to get in, the days of the mediator, where to book. Saved as a whole. Called by OfficeFormPage.
import { useSignal } from "@preact/signals";
import type { Office, Visit } from "../../server/domain/owner.ts";
import { ENTRANCE_FACTS } from "../../server/domain/owner.ts";
import { call } from "../api.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { allowed } from "../session/session.ts";
import { languageName } from "../words/formats.ts";
import { label, officeWord as word } from "../words/words.ts";
import { OpeningFields } from "./OpeningFields.tsx";
import { SavedForm } from "./SavedForm.tsx";

const NOTHING: Visit = { entrances: [], mediators: [], booking: null };
/** Languages mediators of these offices speak; what else an office has stated stays beside them. */
const SPOKEN = ["ar", "bn", "en", "es", "fr", "pa", "pl", "ro", "ru", "sq", "uk", "ur", "wo", "zh"] as const;

export function VisitForm({ office }: { readonly office: Office }) {
  const draft = useSignal<Visit>(office.visit ?? NOTHING);
  const set = (change: Partial<Visit>) => {
    draft.value = { ...draft.value, ...change };
  };
  const { entrances, mediators, booking } = draft.value;
  const setEntrance = (at: number, change: Partial<Visit["entrances"][number]>) =>
    set({ entrances: entrances.map((one, n) => (n === at ? { ...one, ...change } : one)) });
  const setMediator = (at: number, change: Partial<Visit["mediators"][number]>) =>
    set({ mediators: mediators.map((one, n) => (n === at ? { ...one, ...change } : one)) });
  return (
    <SavedForm
      name={word("visit")}
      class="stack visit-form"
      mayChange={allowed("administer", office.id)}
      holds={draft.value}
      button={word("saveVisit")}
      send={() => call("PUT", `/offices/${office.id}/visit`, { visit: draft.value })}
    >
      <h2>{word("entrances")}</h2>
      <p class="help">{word("entrancesHelp")}</p>
      {entrances.map((one, at) => (
        <fieldset key={at} class="office-row">
          <legend>{word("entrance", { number: at + 1 })}</legend>
          <PlainField label={word("where")}>
            {(aria) => (
              <input
                {...aria}
                maxLength={120}
                value={one.where ?? ""}
                onInput={({ currentTarget: { value } }) => setEntrance(at, { where: value === "" ? null : value })}
              />
            )}
          </PlainField>
          <div class="choice-row">
            {ENTRANCE_FACTS.map((fact) => (
              <label key={fact} class="check">
                <input
                  type="checkbox"
                  checked={one.facts.includes(fact)}
                  onChange={({ currentTarget: { checked } }) =>
                    setEntrance(at, {
                      facts: ENTRANCE_FACTS.filter((other) => (other === fact ? checked : one.facts.includes(other))),
                    })
                  }
                />
                {label("entranceFact", fact)}
              </label>
            ))}
          </div>
          <button
            type="button"
            class="plain"
            aria-label={`${word("remove")}: ${word("entrance", { number: at + 1 })}`}
            onClick={() => set({ entrances: entrances.filter((_, n) => n !== at) })}
          >
            {word("remove")}
          </button>
        </fieldset>
      ))}
      {entrances.length < 6 && (
        <button type="button" onClick={() => set({ entrances: [...entrances, { where: null, facts: [] }] })}>
          {word("addEntrance")}
        </button>
      )}
      <h2>{word("mediators")}</h2>
      <p class="help">{word("mediatorsHelp")}</p>
      {mediators.map((one, at) => (
        <OpeningFields
          key={at}
          legend={word("mediator", { number: at + 1 })}
          opening={one}
          onChange={(change) => setMediator(at, change)}
          onRemove={() => set({ mediators: mediators.filter((_, n) => n !== at) })}
        >
          <div class="choice-row">
            {[...new Set([...SPOKEN, ...one.languages])].map((language) => (
              <label key={language} class="check">
                <input
                  type="checkbox"
                  checked={one.languages.includes(language)}
                  onChange={({ currentTarget: { checked } }) =>
                    setMediator(at, {
                      languages: [
                        ...one.languages.filter((other) => other !== language),
                        ...(checked ? [language] : []),
                      ],
                    })
                  }
                />
                {languageName(language)}
              </label>
            ))}
          </div>
        </OpeningFields>
      ))}
      <button
        type="button"
        onClick={() =>
          set({
            mediators: [...mediators, { days: [1], from: "09:00", to: "12:00", byAppointment: false, languages: [] }],
          })
        }
      >
        {word("addMediator")}
      </button>
      <PlainField label={word("booking")} help={word("bookingHelp")}>
        {(aria) => (
          <input
            {...aria}
            type="url"
            value={booking ?? ""}
            onInput={({ currentTarget: { value } }) => set({ booking: value === "" ? null : value })}
          />
        )}
      </PlainField>
    </SavedForm>
  );
}
