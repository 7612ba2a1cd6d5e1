// Which model a posting is begun from, and a model that is no longer of use taken away. Called by NewPosting.
import { useSignal } from "@preact/signals";
import type { Template } from "../../server/domain/template.ts";
import { api } from "../api.ts";
import { offerUndo } from "../frame/undo.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { noteEndedSession, ownerOf } from "../session/session.ts";
import { word } from "../words/words.ts";

interface Props {
  readonly models: readonly Template[];
  readonly onGone: (id: string) => void;
  readonly onBack: (model: Template) => void;
}

export function ModelChoice({ models, onGone, onBack }: Props) {
  const chosen = useSignal("");
  const trouble = useSignal<string | null>(null);
  const model = models.find(({ id }) => id === chosen.value);
  const remove = async (id: string) => {
    try {
      const { owner, name, content } = (await api.removeTemplate(id)).template;
      onGone(id);
      chosen.value = "";
      offerUndo(word("undo.modelRemoved"), async () =>
        onBack((await api.saveTemplate({ owner, name, content })).template),
      );
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  return (
    <>
      <PlainField label={word("model.from")}>
        {(aria) => (
          <select
            {...aria}
            name="model"
            value={chosen.value}
            onChange={({ currentTarget }) => {
              chosen.value = currentTarget.value;
              const title = document.querySelector<HTMLInputElement>("#new-title");
              const picked = models.find(({ id }) => id === currentTarget.value);
              if (title !== null && title.value.trim() === "" && picked !== undefined)
                title.value = picked.content.title.written.text;
            }}
          >
            <option value="">{word("model.blank")}</option>
            {models.map(({ id, name, owner }) => (
              <option key={id} value={id}>
                {`${name} · ${ownerOf(owner)?.name ?? owner}`}
              </option>
            ))}
          </select>
        )}
      </PlainField>
      {model !== undefined && (
        <p>
          <button type="button" class="plain" onClick={() => void remove(model.id)}>
            {word("model.remove")}
          </button>
        </p>
      )}
      <Trouble text={trouble.value} />
    </>
  );
}
