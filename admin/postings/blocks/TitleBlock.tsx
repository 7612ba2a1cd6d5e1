// What it is: the title as written, the occupation that gives it in every language, how many places.
import { QUALIFIERS } from "../../../server/domain/vocabulary.ts";
import { label, word } from "../../words/words.ts";
import { ChoicesField } from "../fields/ChoicesField.tsx";
import { useEditor } from "../fields/EditorContext.ts";
import { NumberField } from "../fields/NumberField.tsx";
import { TextField } from "../fields/TextField.tsx";
import { Block } from "./Block.tsx";
import { OccupationField } from "./OccupationField.tsx";

export function TitleBlock() {
  const editor = useEditor();
  const content = editor.content.value;
  const { title, section } = content;
  const named = section !== "event" && section !== "notice";
  return (
    <Block name="title">
      <TextField
        path="title.written.text"
        name="title"
        help
        required
        lang={content.sourceLocale}
        value={title.written.text}
        onText={(text) =>
          editor.change((now) => ({
            ...now,
            title: { ...now.title, written: { ...now.title.written, text: text ?? "" } },
          }))
        }
      />
      {(named || title.occupation !== null) && <OccupationField />}
      {title.occupation !== null && (
        <details class="field span-12" open={title.occupation.qualifiers.length > 0}>
          <summary>{word("form.qualifiersMore")}</summary>
          <ChoicesField
            path="title.occupation.qualifiers"
            name="qualifiers"
            help
            options={QUALIFIERS}
            text={(one) => label("qualifier", one)}
            value={title.occupation.qualifiers}
            onPick={(qualifiers) =>
              editor.change((now) =>
                now.title.occupation === null
                  ? now
                  : { ...now, title: { ...now.title, occupation: { ...now.title.occupation, qualifiers } } },
              )
            }
          />
        </details>
      )}
      {named && (
        <NumberField
          path="positions"
          name="positions"
          whole
          span={4}
          value={content.positions}
          onNumber={(positions) => editor.change((now) => ({ ...now, positions }))}
        />
      )}
      <TextField
        path="reference"
        name="reference"
        help
        span={named ? 8 : 12}
        value={content.reference}
        onText={(reference) => editor.change((now) => ({ ...now, reference }))}
      />
    </Block>
  );
}
