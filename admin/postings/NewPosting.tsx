// Begins a posting: which section, whose, what it is called. Two keystrokes and a title. Shown by Desk at /admin/postings/new.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { officeDefaults } from "../../server/domain/officeDefaults.ts";
import type { Section } from "../../server/domain/section.ts";
import { SECTIONS } from "../../server/domain/section.ts";
import type { Template } from "../../server/domain/template.ts";
import { api } from "../api.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { useShortcuts } from "../frame/shortcut.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { SectionMark } from "../parts/SectionMark.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { allowed, noteEndedSession, ownerOf, owners } from "../session/session.ts";
import { label, word } from "../words/words.ts";
import { ModelChoice } from "./ModelChoice.tsx";

const LAST_OWNER = "desk.owner";

export function NewPosting() {
  const { route, query } = useLocation();
  const asked = SECTIONS.find((one) => one === query.section);
  const section = useSignal<Section>(asked ?? "vacancy");
  const trouble = useSignal<string | null>(null);
  const missing = useSignal(false);
  const models = useSignal<readonly Template[]>([]);
  useEffect(() => {
    api.templates().then(
      (answer) => (models.value = answer.templates),
      // Without models one begins with an empty form, as ever.
      noteEndedSession,
    );
  }, []);
  const fitting = models.value.filter(({ content }) => content.section === section.value);
  const mine = owners.value.filter((owner) => allowed("write", owner.id, section.value));
  const first =
    mine.find(({ id }) => id === localStorage.getItem(LAST_OWNER)) ??
    mine.find(({ kind }) => kind === "office") ??
    mine[0];
  const create = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const title = String(data.get("title") ?? "").trim();
    const owner = String(data.get("owner") ?? "");
    missing.value = title === "";
    if (missing.value) return document.getElementById("new-title")?.focus();
    localStorage.setItem(LAST_OWNER, owner);
    try {
      const begun = officeDefaults(section.value, title, ownerOf(owner));
      const model = models.value.find(({ id }) => id === String(data.get("model") ?? ""));
      const content =
        model === undefined
          ? begun
          : { ...model.content, title: { ...model.content.title, written: { id: "s1", text: title } } };
      const { posting } = await api.createPosting({ owner, content });
      route(`/admin/postings/${posting.code}`, true);
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  useShortcuts([
    {
      keys: "ctrl+enter",
      about: "shortcuts.begin",
      run: () => document.querySelector<HTMLFormElement>("#new-posting")?.requestSubmit(),
    },
  ]);
  return (
    <main id="content" class="page narrow">
      <PageTitle>{word("new.title")}</PageTitle>
      <form
        id="new-posting"
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create(event.currentTarget);
        }}
      >
        <fieldset class="field sections">
          <legend>{word("field.section")}</legend>
          {SECTIONS.map((one) => (
            <label key={one} class="section-choice">
              <input
                type="radio"
                name="section"
                value={one}
                checked={section.value === one}
                onChange={() => (section.value = one)}
              />
              <span>
                <SectionMark section={one} />
                <small>{label("sectionAbout", one)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {mine.length === 0 ? (
          <p class="trouble">{word("new.notAllowed")}</p>
        ) : (
          <PlainField label={word("new.owner")} help={word("new.ownerHelp")}>
            {(aria) => (
              <select {...aria} name="owner" key={section.value}>
                {mine.map((owner) => (
                  <option key={owner.id} value={owner.id} selected={owner.id === first?.id}>
                    {owner.name}
                  </option>
                ))}
              </select>
            )}
          </PlainField>
        )}
        {fitting.length > 0 && (
          <ModelChoice
            models={fitting}
            onGone={(id) => (models.value = models.value.filter((one) => one.id !== id))}
            onBack={(model) => (models.value = [...models.value, model])}
          />
        )}
        <PlainField
          id="new-title"
          label={word("field.title")}
          help={word("fieldHelp.title")}
          problem={missing.value ? word("problem.empty") : null}
        >
          {(aria) => (
            <input
              {...aria}
              name="title"
              lang="it"
              maxLength={600}
              autocomplete="off"
              aria-required
              onInput={() => (missing.value = false)}
            />
          )}
        </PlainField>
        <Trouble text={trouble.value} />
        <p>
          <button type="submit" class="primary" disabled={mine.length === 0}>
            {word("new.begin")}
          </button>
        </p>
      </form>
    </main>
  );
}
