// Files that hang on the posting: chosen or dropped, checked by the server, named for readers, put in order, taken away.
import { useSignal } from "@preact/signals";
import type { Attachment } from "../../../server/domain/attachment.ts";
import { api } from "../../api.ts";
import { offerUndo } from "../../frame/undo.ts";
import { toBase64 } from "../../import/toBase64.ts";
import { MoveButtons, moved } from "../../parts/MoveButtons.tsx";
import { PlainField } from "../../parts/PlainField.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { noteEndedSession } from "../../session/session.ts";
import { bytesText } from "../../words/formats.ts";
import { word } from "../../words/words.ts";
import { CheckField } from "../fields/CheckField.tsx";
import { useEditor } from "../fields/EditorContext.ts";
import { TextField } from "../fields/TextField.tsx";
import { Block } from "./Block.tsx";

const ACCEPT = ".pdf,.jpg,.jpeg,.png,.webp";

export function AttachmentsBlock() {
  const editor = useEditor();
  const busy = useSignal(false);
  const trouble = useSignal<string | null>(null);
  const unlooked = useSignal<string | null>(null);
  const { attachments } = editor.content.value;
  const set = (next: readonly Attachment[]) => editor.change((now) => ({ ...now, attachments: [...next] }));
  const change = (id: string, more: Partial<Attachment>) =>
    set(attachments.map((one) => (one.id === id ? { ...one, ...more } : one)));
  const add = async (files: FileList | null | undefined) => {
    busy.value = true;
    trouble.value = null;
    unlooked.value = null;
    for (const file of files ?? []) {
      try {
        const { section } = editor.content.peek();
        const name = file.name.replace(/\.[A-Za-z]+$/, "").slice(0, 120) || file.name;
        const { owner } = editor.answer.peek().posting;
        const form = /modul|domanda|form/i.test(name);
        const content = toBase64(await file.arrayBuffer());
        const { attachment, looked } = await api.takeAttachment({ owner, section, name, form, content });
        editor.replace({ ...editor.content.peek(), attachments: [...editor.content.peek().attachments, attachment] });
        if (!looked) unlooked.value = name;
      } catch (error) {
        noteEndedSession(error);
        trouble.value = error instanceof Error ? error.message : String(error);
      }
    }
    busy.value = false;
  };
  const remove = (attachment: Attachment) => {
    const before = editor.content.peek().attachments;
    editor.replace({ ...editor.content.peek(), attachments: before.filter(({ id }) => id !== attachment.id) });
    offerUndo(word("undo.attachmentRemoved"), () => editor.replace({ ...editor.content.peek(), attachments: before }));
  };
  return (
    <Block name="attachments">
      {attachments.length > 0 && (
        <ol class="attachments span-12">
          {attachments.map((one, index) => (
            <li key={one.id} class="grid row">
              <TextField
                path={`attachments.${index}.name`}
                name="attachmentName"
                span={8}
                value={one.name}
                onText={(name) => change(one.id, { name: name ?? "" })}
              />
              <p class="attachment-facts span-4">
                <span class="quiet">
                  {one.type.toUpperCase()}, {bytesText(one.size)}
                </span>
                <MoveButtons
                  what={one.name}
                  index={index}
                  count={attachments.length}
                  onMove={(to) => set(moved(attachments, index, to))}
                />
              </p>
              <CheckField
                path={`attachments.${index}.form`}
                name="attachmentForm"
                span={8}
                value={one.form}
                onCheck={(form) => change(one.id, { form })}
              />
              <p class="attachment-facts span-4">
                <a href={`/api/v1/attachments/${one.id}`} download>
                  {word("form.attachmentLook")}
                </a>
                <button type="button" class="plain" onClick={() => remove(one)}>
                  {word("form.remove")}
                </button>
              </p>
            </li>
          ))}
        </ol>
      )}
      <PlainField label={word("field.attachmentFile")} help={word("fieldHelp.attachmentFile")}>
        {(aria) => (
          <input
            {...aria}
            type="file"
            accept={ACCEPT}
            multiple
            disabled={busy.value}
            onChange={({ currentTarget }) =>
              void add(currentTarget.files).finally(() => {
                currentTarget.value = "";
              })
            }
          />
        )}
      </PlainField>
      <p role="status" class="span-12">
        {busy.value && word("form.attachmentBusy")}
        {unlooked.value !== null && (
          <span class="notice">{word("form.attachmentUnlooked", { name: unlooked.value })}</span>
        )}
      </p>
      <Trouble text={trouble.value} />
    </Block>
  );
}
