// A course or internship: who holds it, from when to when, how long, and what one is given for it.
import type { Course } from "../../../server/domain/content.ts";
import { word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";
import { MomentField } from "../fields/MomentField.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { TextField } from "../fields/TextField.tsx";
import { Block } from "./Block.tsx";
import { BLANK_COURSE, withCourse } from "./blanks.ts";
import { PayFields } from "./PayFields.tsx";

export function CourseBlock() {
  const editor = useEditor();
  const course = editor.content.value.course ?? BLANK_COURSE;
  const set = (change: Partial<Course>) => editor.change((now) => withCourse(now, change));
  return (
    <Block name="course">
      <TextField
        path="course.provider"
        name="provider"
        span={8}
        value={course.provider}
        onText={(provider) => set({ provider })}
      />
      <NumberField
        path="course.totalHours"
        name="totalHours"
        span={4}
        value={course.totalHours}
        onNumber={(totalHours) => set({ totalHours })}
      />
      <MomentField
        path="course.starts"
        name="courseStarts"
        span={6}
        value={course.starts}
        onMoment={(starts) => set({ starts })}
      />
      <MomentField
        path="course.ends"
        name="courseEnds"
        span={6}
        value={course.ends}
        onMoment={(ends) => set({ ends })}
      />
      <p class="help span-12">{word("form.courseAllowance")}</p>
      <PayFields path="course.allowance" value={course.allowance} allowance onPay={(allowance) => set({ allowance })} />
    </Block>
  );
}
