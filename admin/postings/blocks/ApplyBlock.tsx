// How one applies: online, by mail, by telephone, at the counter, and with which papers.
import type { Apply } from "../../../server/domain/content.ts";
import { useEditor } from "../fields/EditorContext.ts";
import { SegmentField } from "../fields/SegmentField.tsx";
import { SegmentsField } from "../fields/SegmentsField.tsx";
import { TextField } from "../fields/TextField.tsx";
import { Block } from "./Block.tsx";
import { BLANK_APPLY, withApply } from "./blanks.ts";

export function ApplyBlock() {
  const editor = useEditor();
  const apply = editor.content.value.apply ?? BLANK_APPLY;
  const set = (change: Partial<Apply>) => editor.change((now) => withApply(now, change));
  return (
    <Block name="apply">
      <TextField
        path="apply.email"
        name="applyEmail"
        help
        kind="email"
        span={6}
        value={apply.email}
        onText={(email) => set({ email })}
      />
      <TextField
        path="apply.phone"
        name="applyPhone"
        kind="tel"
        span={6}
        value={apply.phone}
        onText={(phone) => set({ phone })}
      />
      <TextField
        path="apply.online"
        name="applyOnline"
        help
        kind="url"
        value={apply.online}
        onText={(online) => set({ online })}
      />
      <SegmentField
        path="apply.inPerson.text"
        name="applyInPerson"
        help
        phrases="instruction"
        value={apply.inPerson}
        onSegment={(inPerson) => set({ inPerson })}
      />
      <SegmentsField
        path="apply.documents"
        name="applyDocuments"
        help
        lines
        rows={2}
        span={6}
        phrases="document"
        value={apply.documents}
        onSegments={(documents) => set({ documents })}
      />
      <SegmentField
        path="apply.note.text"
        name="applyNote"
        span={6}
        phrases="instruction"
        value={apply.note}
        onSegment={(note) => set({ note })}
      />
    </Block>
  );
}
