// What is paid. Nothing filled in is said on the board as "not stated".
import { word } from "../../words/words.ts";
import { CheckField } from "../fields/CheckField.tsx";
import { useEditor } from "../fields/EditorContext.ts";
import { SegmentsField } from "../fields/SegmentsField.tsx";
import { Block } from "./Block.tsx";
import { withJob } from "./blanks.ts";
import { PayFields } from "./PayFields.tsx";

export function PayBlock() {
  const editor = useEditor();
  const { job, benefits } = editor.content.value;
  const pay = job?.pay ?? null;
  return (
    <Block name="pay">
      {pay === null && <p class="help span-12">{word("form.payMissing")}</p>}
      <PayFields
        path="job.pay"
        value={pay}
        allowance={job?.contracts.includes("internship") ?? false}
        onPay={(next) => editor.change((now) => withJob(now, { pay: next }))}
      />
      {pay !== null && (
        <CheckField
          path="job.pay.allowance"
          name="allowance"
          help
          value={pay.allowance}
          onCheck={(allowance) =>
            editor.change((now) => (now.job?.pay ? withJob(now, { pay: { ...now.job.pay, allowance } }) : now))
          }
        />
      )}
      <SegmentsField
        path="benefits"
        name="benefits"
        help
        lines
        rows={2}
        phrases="benefit"
        value={benefits}
        onSegments={(next) => editor.change((now) => ({ ...now, benefits: next }))}
      />
    </Block>
  );
}
