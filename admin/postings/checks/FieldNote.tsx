// One thing found, with its reason and its remedy; a text that would mend it is one press away. Called by FormField and CheckPanel.
import type { Finding } from "../../../server/domain/checks/finding.ts";
import { TITLE_PATH } from "../../../server/domain/checks/textsOf.ts";
import { languageName } from "../../words/formats.ts";
import { checkWord } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";
import "./checks.css";

export function FieldNote({ finding }: { readonly finding: Finding }) {
  const editor = useEditor();
  const { reason, found, offers, level, path, code, locale } = finding;
  const use = (text: string) => {
    const now = editor.content.peek();
    editor.replace({ ...now, title: { ...now.title, written: { ...now.title.written, text } } });
  };
  return (
    <div class={`finding ${level}`}>
      <p>
        <strong>{checkWord(level === "block" ? "panel.blocks" : "panel.warns")}.</strong>{" "}
        {path.startsWith("translation.") && `${checkWord("panel.inTranslation", { language: languageName(locale) })}. `}
        {checkWord(`why.${reason}`, { found })} {checkWord(`remedy.${reason}`)}
      </p>
      {path === TITLE_PATH &&
        offers.map((text) => (
          <button key={text} type="button" class="plain" onClick={() => use(text)}>
            {checkWord("panel.use", { text })}
          </button>
        ))}
      {code !== null && (
        <a href={`/admin/postings/${code}`} target="_blank" rel="noopener">
          {checkWord("panel.see", { code })}
        </a>
      )}
    </div>
  );
}
