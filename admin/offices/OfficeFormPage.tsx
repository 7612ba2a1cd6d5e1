// One office's facts: contacts, hours, closures. Saved as a whole; its displays and pages follow at once. Shown by Desk at /admin/offices/{id}.
import { useSignal } from "@preact/signals";
import type { Office, Opening } from "../../server/domain/owner.ts";
import { api, call } from "../api.ts";
import { NotFound } from "../frame/NotFound.tsx";
import { PageTitle } from "../frame/PageTitle.tsx";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { allowed, noteEndedSession, ownerOf, owners } from "../session/session.ts";
import { officeWord as word } from "../words/words.ts";
import { dayName } from "./hoursText.ts";
import "./offices.css";

export function OfficeFormPage({ id }: { readonly id?: string }) {
  const office = ownerOf(id ?? "");
  if (office?.kind !== "office") return <NotFound />;
  return <OfficeForm key={office.id} office={office} />;
}

function OfficeForm({ office }: { readonly office: Office }) {
  const draft = useSignal(office);
  const said = useSignal("");
  const trouble = useSignal<string | null>(null);
  const mayChange = allowed("administer", office.id);
  const set = (change: Partial<Office>) => {
    draft.value = { ...draft.value, ...change };
    said.value = "";
  };
  const save = async () => {
    const { name, address, phones, email, website, opening, closures, defaultValidityDays } = draft.value;
    const body = { name, address, phones, email, website, opening, closures, defaultValidityDays };
    try {
      await call("PUT", `/offices/${office.id}`, body);
      owners.value = (await api.owners()).owners;
      trouble.value = null;
      said.value = word("saved");
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
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
    <main id="content" class="page office-form">
      <p>
        <a href="/admin/offices">{word("back")}</a>
      </p>
      <PageTitle>{office.name}</PageTitle>
      {!mayChange && <p class="notice">{word("readOnly")}</p>}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset disabled={!mayChange} class="stack">
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
          <h2>{word("hours")}</h2>
          <p class="help">{word("hoursHelp")}</p>
          {now.opening.map((one, at) => (
            <fieldset key={at} class="office-row">
              <legend>
                {word("hours")} {at + 1}
              </legend>
              <div class="choice-row">
                {[0, 1, 2, 3, 4, 5, 6].map((day) => (
                  <label key={day} class="check">
                    <input
                      type="checkbox"
                      checked={one.days.includes(day)}
                      onChange={({ currentTarget }) =>
                        setOpening(at, {
                          days: [
                            ...one.days.filter((other) => other !== day),
                            ...(currentTarget.checked ? [day] : []),
                          ].sort(),
                        })
                      }
                    />
                    {dayName(day)}
                  </label>
                ))}
              </div>
              {(["from", "to"] as const).map((side) => (
                <PlainField key={side} label={word(side)}>
                  {(aria) => (
                    <input
                      {...aria}
                      type="time"
                      value={one[side] ?? ""}
                      onInput={({ currentTarget: { value } }) =>
                        setOpening(at, { [side]: value === "" ? null : value })
                      }
                    />
                  )}
                </PlainField>
              ))}
              <label class="check">
                <input
                  type="checkbox"
                  checked={one.byAppointment}
                  onChange={({ currentTarget }) => setOpening(at, { byAppointment: currentTarget.checked })}
                />
                {word("appointment")}
              </label>
              <button
                type="button"
                class="plain"
                aria-label={`${word("remove")}: ${word("hours")} ${at + 1}`}
                onClick={() => set({ opening: now.opening.filter((_, n) => n !== at) })}
              >
                {word("remove")}
              </button>
            </fieldset>
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
          <button
            type="button"
            onClick={() => set({ closures: [...now.closures, { from: "", to: "", reason: null }] })}
          >
            {word("addClosure")}
          </button>
        </fieldset>
        <Trouble text={trouble.value} />
        <p role="status">{said.value}</p>
        {mayChange && (
          <button type="submit" class="primary">
            {word("save")}
          </button>
        )}
      </form>
    </main>
  );
}
