// Who offers the place. The name may be left out: many employers wish it so.
import type { Content } from "../../../server/domain/content.ts";
import { EMPLOYER_TYPES, SECTORS } from "../../../server/domain/vocabulary.ts";
import { label } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";
import { SelectField } from "../fields/SelectField.tsx";
import { TextField } from "../fields/TextField.tsx";
import { Block } from "./Block.tsx";
import { withJob } from "./blanks.ts";

export function EmployerBlock() {
  const editor = useEditor();
  const { employer, job } = editor.content.value;
  const set = (change: Partial<NonNullable<Content["employer"]>>) =>
    editor.change((now) => {
      const next = { name: null, type: null, ...now.employer, ...change };
      return { ...now, employer: next.name === null && next.type === null ? null : next };
    });
  return (
    <Block name="employer">
      <TextField
        path="employer.name"
        name="employerName"
        help
        value={employer?.name ?? null}
        onText={(name) => set({ name })}
      />
      <SelectField
        path="employer.type"
        name="employerType"
        span={6}
        options={EMPLOYER_TYPES}
        text={(one) => label("employerType", one)}
        value={employer?.type ?? null}
        onPick={(type) => set({ type })}
        onNone={() => set({ type: null })}
      />
      <SelectField
        path="job.sector"
        name="sector"
        span={6}
        options={SECTORS}
        text={(one) => label("sector", one)}
        value={job?.sector ?? null}
        onPick={(sector) => editor.change((now) => withJob(now, { sector }))}
        onNone={() => editor.change((now) => withJob(now, { sector: null }))}
      />
    </Block>
  );
}
