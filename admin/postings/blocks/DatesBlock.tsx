// Until when one may apply, and when the posting hangs if that is another time.
import { useEditor } from "../fields/EditorContext.ts";
import { MomentField } from "../fields/MomentField.tsx";
import { Block } from "./Block.tsx";

export function DatesBlock() {
  const editor = useEditor();
  const { window, hangs, section, event } = editor.content.value;
  const applies = section !== "notice" && !(section === "event" && event === null && window.closes === null);
  const setWindow = (change: Partial<typeof window>) =>
    editor.change((now) => ({ ...now, window: { ...now.window, ...change } }));
  const setHangs = (change: Partial<typeof hangs>) =>
    editor.change((now) => ({ ...now, hangs: { ...now.hangs, ...change } }));
  return (
    <Block name="dates">
      {applies && (
        <>
          <MomentField
            path="window.closes"
            name="closes"
            help
            span={6}
            value={window.closes}
            onMoment={(closes) => setWindow({ closes })}
          />
          <MomentField
            path="window.opens"
            name="opens"
            help
            span={6}
            value={window.opens}
            onMoment={(opens) => setWindow({ opens })}
          />
        </>
      )}
      <MomentField
        path="hangs.from"
        name="hangsFrom"
        help
        span={6}
        value={hangs.from}
        onMoment={(from) => setHangs({ from })}
      />
      <MomentField
        path="hangs.until"
        name="hangsUntil"
        help
        span={6}
        value={hangs.until}
        onMoment={(until) => setHangs({ until })}
      />
    </Block>
  );
}
