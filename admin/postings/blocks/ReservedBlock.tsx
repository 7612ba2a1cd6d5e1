// Places reserved by L. 68/99: which article, enrolled since when, who is left out. Facts of the law only, never of candidates.
import type { Reserved } from "../../../server/domain/content.ts";
import { RESERVED_ARTICLES } from "../../../server/domain/vocabulary.ts";
import { label, word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";
import { MomentField } from "../fields/MomentField.tsx";
import { SegmentField } from "../fields/SegmentField.tsx";
import { SelectField } from "../fields/SelectField.tsx";
import { Block } from "./Block.tsx";

export function ReservedBlock() {
  const editor = useEditor();
  const { reserved } = editor.content.value;
  const set = (change: Partial<Reserved>) =>
    editor.change((now) => ({
      ...now,
      reserved: { article: "unspecified", enrolledBy: null, excluded: null, ...now.reserved, ...change },
    }));
  return (
    <Block name="reserved">
      <p class="help span-12">{word("form.reservedAbout")}</p>
      <SelectField
        path="reserved.article"
        name="article"
        span={6}
        options={RESERVED_ARTICLES}
        text={(one) => label("reserved", one)}
        value={reserved?.article ?? null}
        onPick={(article) => set({ article })}
        onNone={() => editor.change((now) => ({ ...now, reserved: null }))}
      />
      {reserved !== null && (
        <>
          <MomentField
            path="reserved.enrolledBy"
            name="enrolledBy"
            help
            dayOnly
            span={6}
            value={reserved.enrolledBy === null ? null : { day: reserved.enrolledBy, time: null }}
            onMoment={(moment) => set({ enrolledBy: moment?.day ?? null })}
          />
          <p class="help span-12">{label("reservedTo", reserved.article)}</p>
          <SegmentField
            path="reserved.excluded.text"
            name="excluded"
            help
            value={reserved.excluded}
            onSegment={(excluded) => set({ excluded })}
          />
        </>
      )}
    </Block>
  );
}
