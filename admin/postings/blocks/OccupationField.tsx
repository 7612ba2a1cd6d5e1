// The occupation of the vocabulary: picked once, it gives the title in every language without anyone's translation.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { OccupationHit } from "../../../server/domain/httpContract.ts";
import type { PerLocale } from "../../../server/domain/locale.ts";
import { Combobox } from "../../parts/Combobox.tsx";
import type { ControlAria } from "../../parts/PlainField.tsx";
import { interfaceLocales, spokenLocale, word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";
import { FormField } from "../fields/FormField.tsx";
import { findOccupations } from "./findOccupations.ts";

export function OccupationField() {
  const editor = useEditor();
  const picked = useSignal<OccupationHit | null>(null);
  const touched = useRef(false);
  const { occupation, written } = editor.content.value.title;
  const told = editor.answer.value.occupation;
  const set = (ref: string | null) => {
    touched.current = true;
    editor.change((now) => ({
      ...now,
      title: { ...now.title, occupation: ref === null ? null : { ref, qualifiers: [] } },
    }));
  };
  const has = occupation !== null;
  useEffect(() => {
    // The field gives way to what was picked, and back: the focus stays where the hand is.
    if (touched.current) document.getElementById("field-title-occupation")?.focus();
  }, [has]);
  return (
    <FormField path="title.occupation" name="occupation" help={!has}>
      {(aria) =>
        occupation === null ? (
          <Combobox<OccupationHit>
            aria={aria}
            initial=""
            find={findOccupations}
            suggestFor={() => written.text}
            textOf={labelOf}
            noteOf={(hit) => (labelOf(hit).toLowerCase().includes(hit.matched.toLowerCase()) ? null : hit.matched)}
            onPick={(hit) => {
              picked.value = hit;
              set(hit.ref);
            }}
          />
        ) : (
          <Picked
            aria={aria}
            labels={picked.value?.ref === occupation.ref ? picked.value.label : told}
            fallback={occupation.ref}
            onRemove={() => set(null)}
          />
        )
      }
    </FormField>
  );
}

function labelOf(hit: OccupationHit): string {
  return hit.label[spokenLocale().id] ?? hit.label.it ?? hit.matched;
}

interface PickedProps {
  readonly aria: ControlAria;
  readonly labels: PerLocale<string> | null;
  readonly fallback: string;
  readonly onRemove: () => void;
}

function Picked({ aria, labels, fallback, onRemove }: PickedProps) {
  return (
    <p class="picked">
      <span class="picked-labels">
        {labels === null
          ? fallback
          : interfaceLocales.map(({ id }) => (
              <span key={id} lang={id}>
                <b aria-hidden="true">{id}</b> {labels[id] ?? "–"}
              </span>
            ))}
      </span>
      <button
        id={aria.id}
        type="button"
        class="plain"
        // The field's label would otherwise be the button's whole name.
        aria-label={`${word("form.changeOccupation")}: ${word("field.occupation")}`}
        onClick={onRemove}
      >
        {word("form.changeOccupation")}
      </button>
    </p>
  );
}
