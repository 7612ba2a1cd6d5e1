// All of one office on one page: contacts, hours, closures, entrances, mediators, walls, displays. What is saved is on its displays and pages at once.
// Shown by Desk at /admin/offices/{id}.
import { useSignal } from "@preact/signals";
import type { Office, Opening } from "../../server/domain/owner.ts";
import { call } from "../api.ts";
import { NotFound } from "../frame/NotFound.tsx";
import { PageTitle } from "../frame/PageTitle.tsx";
import { PlainField } from "../parts/PlainField.tsx";
import { allowed, ownerOf } from "../session/session.ts";
import { officeWord as word } from "../words/words.ts";
import { OfficePlaces } from "./OfficePlaces.tsx";
import { OpeningFields } from "./OpeningFields.tsx";
import { SavedForm } from "./SavedForm.tsx";
import { VisitForm } from "./VisitForm.tsx";
import "./offices.css";

export function OfficeFormPage({ id }: { readonly id?: string }) {
  const office = ownerOf(id ?? "");
  if (office?.kind !== "office") return <NotFound />;
  return (
    <main id="content" class="page office-form">
      <p>
        <a href="/admin/offices">{word("back")}</a>
      </p>
      <PageTitle>{office.name}</PageTitle>
      {!allowed("administer", office.id) && <p class="notice">{word("readOnly")}</p>}
      <OfficeForm key={office.id} office={office} />
      <VisitForm key={`visit ${office.id}`} office={office} />
      <OfficePlaces key={`places ${office.id}`} office={office} />
    </main>
  );
}

function OfficeForm({ office }: { readonly office: Office }) {
  const draft = useSignal(office);
  const set = (change: Partial<Office>) => {
    draft.value = { ...draft.value, ...change };
  };
  const now = draft.value;
  const line = (name: "name" | "address" | "email" | "website", help?: string) => (
    <PlainField label={word(name)} help={help}>
      {(aria) => (
        <input
          {...aria}
          required={name === "name"}
          value={now[name] ?? ""}
          onInput={({ currentTarget: { value } }) => set({ [name]: value === "" && name !== "name" ? null : value })}
        />
      )}
    </PlainField>
  );
  const setOpening = (at: number, change: Partial<Opening>) =>
    set({ opening: now.opening.map((one, n) => (n === at ? { ...one, ...change } : one)) });
  const setClosure = (at: number, change: Partial<Office["closures"][number]>) =>
    set({ closures: now.closures.map((one, n) => (n === at ? { ...one, ...change } : one)) });
  return (
    <SavedForm
      name={word("facts")}
      class="stack"
      mayChange={allowed("administer", office.id)}
      holds={draft.value}
      button={word("save")}
      send={() => {
        const { name, address, phones, email, website, opening, closures, defaultValidityDays, leaseHours } =
          draft.value;
        const body = { name, address, phones, email, website, opening, closures, defaultValidityDays };
        return call("PUT", `/offices/${office.id}`, leaseHours === undefined ? body : { ...body, leaseHours });
      }}
    >
      <h2>{word("contacts")}</h2>
      {line("name", word("nameHelp"))}
      {line("address")}
      <PlainField label={word("phones")} help={word("phonesHelp")}>
        {(aria) => (
          <textarea
            {...aria}
            value={now.phones.join("\n")}
            onChange={({ currentTarget: { value } }) =>
              set({
                phones: value
                  .split("\n")
                  .map((one) => one.trim())
                  .filter((one) => one !== ""),
              })
            }
          />
        )}
      </PlainField>
      {line("email")}
      {line("website")}
      <PlainField label={word("validity")} help={word("validityHelp")}>
        {(aria) => (
          <input
            {...aria}
            type="number"
            min={1}
            max={365}
            required
            value={now.defaultValidityDays}
            onInput={({ currentTarget }) => set({ defaultValidityDays: currentTarget.valueAsNumber })}
          />
        )}
      </PlainField>
      <PlainField label={word("lease")} help={word("leaseHelp")}>
        {(aria) => (
          <input
            {...aria}
            type="number"
            min={1}
            max={168}
            required
            value={now.leaseHours ?? 72}
            onInput={({ currentTarget }) => set({ leaseHours: currentTarget.valueAsNumber })}
          />
        )}
      </PlainField>
      <h2>{word("hours")}</h2>
      <p class="help">{word("hoursHelp")}</p>
      {now.opening.map((one, at) => (
        <OpeningFields
          key={at}
          legend={`${word("hours")} ${at + 1}`}
          opening={one}
          onChange={(change) => setOpening(at, change)}
          onRemove={() => set({ opening: now.opening.filter((_, n) => n !== at) })}
        />
      ))}
      <button
        type="button"
        onClick={() =>
          set({
            opening: [...now.opening, { days: [0, 1, 2, 3, 4], from: "08:30", to: "12:30", byAppointment: false }],
          })
        }
      >
        {word("addHours")}
      </button>
      <h2>{word("closures")}</h2>
      <p class="help">{word("closuresHelp")}</p>
      {now.closures.map((one, at) => (
        <fieldset key={at} class="office-row">
          <legend>
            {word("closures")} {at + 1}
          </legend>
          {(["from", "to"] as const).map((side) => (
            <PlainField key={side} label={word(side === "from" ? "firstDay" : "lastDay")}>
              {(aria) => (
                <input
                  {...aria}
                  type="date"
                  required
                  value={one[side]}
                  onInput={({ currentTarget }) => setClosure(at, { [side]: currentTarget.value })}
                />
              )}
            </PlainField>
          ))}
          <PlainField label={word("reason")}>
            {(aria) => (
              <input
                {...aria}
                value={one.reason ?? ""}
                onInput={({ currentTarget: { value } }) => setClosure(at, { reason: value === "" ? null : value })}
              />
            )}
          </PlainField>
          <button
            type="button"
            class="plain"
            aria-label={`${word("remove")}: ${word("closures")} ${at + 1}`}
            onClick={() => set({ closures: now.closures.filter((_, n) => n !== at) })}
          >
            {word("remove")}
          </button>
        </fieldset>
      ))}
      <button type="button" onClick={() => set({ closures: [...now.closures, { from: "", to: "", reason: null }] })}>
        {word("addClosure")}
      </button>
    </SavedForm>
  );
}
