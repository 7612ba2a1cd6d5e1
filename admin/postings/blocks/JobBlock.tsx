// The work itself: contract, hours, start, collective agreement. All of it may be missing.
import type { Job } from "../../../server/domain/content.ts";
import { CONTRACTS, SCHEDULES } from "../../../server/domain/vocabulary.ts";
import { label } from "../../words/words.ts";
import { ChoicesField } from "../fields/ChoicesField.tsx";
import { useEditor } from "../fields/EditorContext.ts";
import { MomentField } from "../fields/MomentField.tsx";
import { SegmentField } from "../fields/SegmentField.tsx";
import { TextField } from "../fields/TextField.tsx";
import { Block } from "./Block.tsx";
import { BLANK_JOB, withJob } from "./blanks.ts";
import { RangeFields } from "./RangeFields.tsx";

export function JobBlock() {
  const editor = useEditor();
  const job = editor.content.value.job ?? BLANK_JOB;
  const set = (change: Partial<Job>) => editor.change((now) => withJob(now, change));
  return (
    <Block name="job">
      <ChoicesField
        path="job.contracts"
        name="contracts"
        options={CONTRACTS}
        text={(one) => label("contract", one)}
        value={job.contracts}
        onPick={(contracts) => set({ contracts })}
      />
      <SegmentField
        path="job.duration.text"
        name="duration"
        help
        span={6}
        value={job.duration}
        onSegment={(duration) => set({ duration })}
      />
      <MomentField
        path="job.starts"
        name="starts"
        dayOnly
        span={6}
        value={job.starts}
        onMoment={(starts) => set({ starts })}
      />
      <ChoicesField
        path="job.schedules"
        name="schedules"
        options={SCHEDULES}
        text={(one) => label("schedule", one)}
        value={job.schedules}
        onPick={(schedules) => set({ schedules })}
      />
      <RangeFields
        path="job.weeklyHours"
        names={["hoursMin", "hoursMax"]}
        span={3}
        value={job.weeklyHours}
        onRange={(weeklyHours) => set({ weeklyHours })}
      />
      <SegmentField
        path="job.hoursNote.text"
        name="hoursNote"
        help
        span={6}
        value={job.hoursNote}
        onSegment={(hoursNote) => set({ hoursNote })}
      />
      <TextField
        path="job.agreement"
        name="agreement"
        help
        value={job.agreement}
        onText={(agreement) => set({ agreement })}
      />
    </Block>
  );
}
