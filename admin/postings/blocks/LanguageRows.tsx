// The languages a place asks for: which, how well, required or wished. Called by RequirementsBlock.
import type { LanguageNeed } from "../../../server/domain/content.ts";
import { CEFR } from "../../../server/domain/vocabulary.ts";
import { offerUndo } from "../../frame/undo.ts";
import { languageName } from "../../words/formats.ts";
import { label, word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";
import { SelectField } from "../fields/SelectField.tsx";

const LANGUAGES =
  "it en fr de es pt ro sq ar zh ru uk pl nl el tr bn hi ur pa wo sl hr sr mk bg cs sk hu da sv no fi".split(" ");
const NEEDS = ["required", "wished"] as const;

export function LanguageRows() {
  const editor = useEditor();
  const { languages } = editor.content.value;
  const set = (index: number, change: Partial<LanguageNeed>) =>
    editor.change((now) => ({
      ...now,
      languages: now.languages.map((one, at) => (at === index ? { ...one, ...change } : one)),
    }));
  const remove = (index: number) => {
    const before = languages;
    editor.replace({ ...editor.content.peek(), languages: languages.filter((_, at) => at !== index) });
    offerUndo(word("undo.languageRemoved"), () => editor.replace({ ...editor.content.peek(), languages: before }));
  };
  const add = () => {
    const next = LANGUAGES.find((one) => !languages.some(({ language }) => language === one) && one !== "it") ?? "en";
    editor.change((now) => ({
      ...now,
      languages: [...now.languages, { language: next, level: null, need: "required", note: null }],
    }));
  };
  return (
    <div class="span-12">
      {languages.map((one, index) => (
        // The same language may stand twice; removal mounts the form anew.
        <div key={index} class="grid row">
          <SelectField
            path={`languages.${index}.language`}
            name="language"
            span={4}
            options={LANGUAGES}
            text={languageName}
            value={one.language}
            onPick={(language) => set(index, { language })}
          />
          <SelectField
            path={`languages.${index}.level`}
            name="level"
            span={4}
            options={CEFR}
            text={(level) => label("cefr", level)}
            value={one.level}
            onPick={(level) => set(index, { level })}
            onNone={() => set(index, { level: null })}
          />
          <SelectField
            path={`languages.${index}.need`}
            name="need"
            span={4}
            options={NEEDS}
            text={(need) => label("need", need)}
            value={one.need}
            onPick={(need) => set(index, { need })}
          />
          <p class="span-12">
            <button type="button" class="plain" onClick={() => remove(index)}>
              {word("form.removeLanguage", { language: languageName(one.language) })}
            </button>
          </p>
        </div>
      ))}
      <button type="button" class="plain" onClick={add}>
        {word("form.addLanguage")}
      </button>
    </div>
  );
}
