// The occupation of the vocabulary: picked once, it gives the title in every language without anyone's translation.
import { useSignal } from "@preact/signals";
import type { OccupationHit } from "../../../server/domain/httpContract.ts";
import type { PerLocale } from "../../../server/domain/locale.ts";
import { api } from "../../api.ts";
import { Combobox } from "../../parts/Combobox.tsx";
import { interfaceLocales, spokenLocale, word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";
import { FormField } from "../fields/FormField.tsx";

export function OccupationField() {
  const editor = useEditor();
  const picked = useSignal<OccupationHit | null>(null);
  const { occupation, written } = editor.content.value.title;
  const told = editor.answer.value.occupation;
  const labels: PerLocale<string> | null =
    occupation === null ? null : picked.value?.ref === occupation.ref ? picked.value.label : told;
  const set = (ref: string | null) =>
    editor.change((now) => ({
      ...now,
      title: {
        ...now.title,
        occupation: ref === null ? null : { ref, qualifiers: now.title.occupation?.qualifiers ?? [] },
      },
    }));
  return (
    <FormField path="title.occupation" name="occupation" help={occupation === null}>
      {(aria) => (
        <>
          {occupation !== null && (
            <p class="picked">
              <span class="picked-labels">
                {labels === null
                  ? occupation.ref
                  : interfaceLocales.map(({ id }) => (
                      <span key={id} lang={id}>
                        <b aria-hidden="true">{id}</b> {labels[id] ?? "–"}
                      </span>
                    ))}
              </span>
              <button type="button" class="plain" onClick={() => set(null)}>
                {word("form.removeOccupation")}
              </button>
            </p>
          )}
          <Combobox<OccupationHit>
            aria={aria}
            initial=""
            clearOnPick
            find={api.occupations}
            suggestFor={() => (occupation === null ? written.text : "")}
            textOf={(hit) => hit.label[spokenLocale().id] ?? hit.label.it ?? hit.matched}
            noteOf={(hit) => (hit.matched === hit.label.it ? null : hit.matched)}
            onPick={(hit) => {
              picked.value = hit;
              set(hit.ref);
            }}
          />
        </>
      )}
    </FormField>
  );
}
