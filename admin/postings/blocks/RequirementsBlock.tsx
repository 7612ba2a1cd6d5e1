// What is asked, required and wished apart; languages with their level; driving licences.
import type { Requirement } from "../../../server/domain/content.ts";
import { resegment } from "../../../server/domain/segment.ts";
import { ChoicesField } from "../fields/ChoicesField.tsx";
import { useEditor } from "../fields/EditorContext.ts";
import { phrasing } from "../fields/phrasing.ts";
import { linesOf } from "../fields/SegmentsField.tsx";
import { TextField } from "../fields/TextField.tsx";
import { Block } from "./Block.tsx";
import { LanguageRows } from "./LanguageRows.tsx";

const LICENCES = ["AM", "A", "B", "C", "CE", "D", "CQC", "ADR"];

export function RequirementsBlock() {
  const editor = useEditor();
  const { requirements, licences } = editor.content.value;
  const write = (need: Requirement["need"], text: string | null) =>
    editor.change((now) => {
      const mine = now.requirements.filter((one) => one.need === need);
      const others = now.requirements.filter((one) => one.need !== need);
      const texts = resegment(
        mine.map((one) => one.text),
        text ?? "",
        editor.take,
        linesOf,
      );
      // A phrase of the vocabularies stays only while its line stands as it was.
      const next = texts.map((segment): Requirement => {
        const before = mine.find((one) => one.text.id === segment.id && one.text.text === segment.text);
        return { need, phrase: before?.phrase ?? null, text: segment };
      });
      return { ...now, requirements: need === "required" ? [...next, ...others] : [...others, ...next] };
    });
  return (
    <Block name="requirements">
      {(["required", "wished"] as const).map((need) => (
        <TextField
          key={need}
          path={`requirements.${need}`}
          name={need}
          help={need === "required"}
          span={6}
          rows={4}
          lang={editor.content.value.sourceLocale}
          phrases={phrasing(
            editor,
            "requirement",
            requirements.filter((one) => one.need === need).map(({ text }) => text),
            (segment) => requirements.some(({ text, phrase }) => text.id === segment.id && phrase !== null),
          )}
          value={requirements
            .filter((one) => one.need === need)
            .map((one) => one.text.text)
            .join("\n")}
          onText={(text) => write(need, text)}
        />
      ))}
      <LanguageRows />
      <ChoicesField
        path="licences"
        name="licences"
        options={LICENCES}
        text={(one) => one}
        value={licences}
        onPick={(next) => editor.change((now) => ({ ...now, licences: next }))}
      />
    </Block>
  );
}
