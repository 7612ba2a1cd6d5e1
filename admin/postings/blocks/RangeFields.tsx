// "From" and "to": hours a week, or pay. Only "to" filled in asks for "from" instead of guessing.
import { useEffect, useRef } from "preact/hooks";
import { useEditor } from "../fields/EditorContext.ts";
import { NumberField } from "../fields/NumberField.tsx";

interface Range {
  readonly min: number;
  readonly max: number | null;
}

interface Props {
  readonly path: string;
  /** Keys below "field." of both. */
  readonly names: readonly [string, string];
  readonly span: number;
  readonly value: Range | null;
  readonly onRange: (range: { min: number; max: number | null } | null) => void;
}

export function RangeFields({ path, names, span, value, onRange }: Props) {
  const editor = useEditor();
  // What both fields say, also while they make no range yet.
  const typed = useRef<{ min: number | null; max: number | null }>({
    min: value?.min ?? null,
    max: value?.max ?? null,
  });
  useEffect(() => () => editor.reject(`${path}.min`, null), []);
  const set = (change: Partial<typeof typed.current>) => {
    typed.current = { ...typed.current, ...change };
    const { min, max } = typed.current;
    editor.reject(`${path}.min`, min === null && max !== null ? { key: "minMissing" } : null);
    onRange(min === null ? null : { min, max });
  };
  return (
    <>
      <NumberField
        path={`${path}.min`}
        name={names[0]}
        span={span}
        value={value?.min ?? null}
        onNumber={(min) => set({ min })}
      />
      <NumberField
        path={`${path}.max`}
        name={names[1]}
        span={span}
        value={value?.max ?? null}
        onNumber={(max) => set({ max })}
      />
    </>
  );
}
