// A call: who holds it, how people are chosen, and its public amendments.
import type { Call } from "../../../server/domain/content.ts";
import type { Day } from "../../../server/domain/time.ts";
import { romeDay } from "../../../server/domain/time.ts";
import { CALL_MODES } from "../../../server/domain/vocabulary.ts";
import { offerUndo } from "../../frame/undo.ts";
import { label, word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";
import { MomentField } from "../fields/MomentField.tsx";
import { SegmentField } from "../fields/SegmentField.tsx";
import { SelectField } from "../fields/SelectField.tsx";
import { TextField } from "../fields/TextField.tsx";
import { Block } from "./Block.tsx";
import { BLANK_CALL, withCall } from "./blanks.ts";

export function CallBlock() {
  const editor = useEditor();
  const call = editor.content.value.call ?? BLANK_CALL;
  const set = (change: Partial<Call>) => editor.change((now) => withCall(now, change));
  const setAmendment = (index: number, change: Partial<Call["amendments"][number]>) =>
    set({ amendments: call.amendments.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  const add = (day: Day | null) =>
    set({ amendments: [...call.amendments, { day, text: { id: editor.take(), text: "" } }] });
  // Whoever read the call before must be told that its window has moved.
  const before = editor.answer.value.posting.published?.content;
  const untold =
    before?.call != null &&
    JSON.stringify(before.window) !== JSON.stringify(editor.content.value.window) &&
    call.amendments.length <= before.call.amendments.length;
  const remove = (index: number) => {
    const before = call.amendments;
    editor.replace(withCall(editor.content.peek(), { amendments: before.filter((_, at) => at !== index) }));
    offerUndo(word("undo.amendmentRemoved"), () =>
      editor.replace(withCall(editor.content.peek(), { amendments: before })),
    );
  };
  return (
    <Block name="call">
      <TextField path="call.body" name="callBody" span={6} value={call.body} onText={(body) => set({ body })} />
      <SelectField
        path="call.mode"
        name="callMode"
        span={6}
        options={CALL_MODES}
        text={(one) => label("callMode", one)}
        value={call.mode}
        onPick={(mode) => set({ mode })}
        onNone={() => set({ mode: null })}
      />
      {call.amendments.map((amendment, index) => (
        <div key={amendment.text.id} class="grid row">
          <MomentField
            path={`call.amendments.${index}.day`}
            name="amendmentDay"
            dayOnly
            span={4}
            value={amendment.day === null ? null : { day: amendment.day, time: null }}
            onMoment={(moment) => setAmendment(index, { day: moment?.day ?? null })}
          />
          <SegmentField
            path={`call.amendments.${index}.text.text`}
            name="amendmentText"
            span={8}
            value={amendment.text}
            onSegment={(text) => setAmendment(index, { text: text ?? { ...amendment.text, text: "" } })}
          />
          <p class="span-12">
            <button type="button" class="plain" onClick={() => remove(index)}>
              {word("form.removeAmendment", { place: index + 1 })}
            </button>
          </p>
        </div>
      ))}
      {untold && (
        <div class="notice span-12" role="status">
          <p>{word("form.windowMoved")}</p>
          <button type="button" onClick={() => add(romeDay(Date.now()))}>
            {word("form.addAmendment")}
          </button>
        </div>
      )}
      <p class="span-12">
        <button type="button" class="plain" onClick={() => add(null)}>
          {word("form.addAmendment")}
        </button>
      </p>
    </Block>
  );
}
