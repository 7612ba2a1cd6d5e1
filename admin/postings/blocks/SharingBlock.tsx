// Where it hangs beyond its owner, and the statutes it names.
import { SHARES } from "../../../server/domain/content.ts";
import { SECTIONS } from "../../../server/domain/section.ts";
import { STATUTES } from "../../../server/domain/vocabulary.ts";
import { ownerOf } from "../../session/session.ts";
import { label, word } from "../../words/words.ts";
import { CheckField } from "../fields/CheckField.tsx";
import { ChoicesField } from "../fields/ChoicesField.tsx";
import { useEditor } from "../fields/EditorContext.ts";
import { SelectField } from "../fields/SelectField.tsx";
import { Block } from "./Block.tsx";

export function SharingBlock() {
  const editor = useEditor();
  const { share, pinned, statutes, section, eures } = editor.content.value;
  const owner = ownerOf(editor.answer.value.posting.owner);
  return (
    <Block name="sharing">
      <SelectField
        path="section"
        name="section"
        span={6}
        options={SECTIONS}
        text={(one) => label("section", one)}
        value={section}
        onPick={(next) => editor.change((now) => ({ ...now, section: next, eures: next === "eures" || now.eures }))}
      />
      {(owner?.kind === "office" || share !== "own") && (
        <SelectField
          path="share"
          name="share"
          help
          span={6}
          options={SHARES}
          text={(one) => word(`share.${one}`)}
          value={share}
          onPick={(next) => editor.change((now) => ({ ...now, share: next }))}
        />
      )}
      <CheckField
        path="pinned"
        name="pinned"
        help
        span={6}
        value={pinned}
        onCheck={(next) => editor.change((now) => ({ ...now, pinned: next }))}
      />
      <CheckField
        path="eures"
        name="eures"
        help
        span={6}
        value={eures}
        onCheck={(next) => editor.change((now) => ({ ...now, eures: next }))}
      />
      {(section === "selection" || section === "targeted" || section === "training" || statutes.length > 0) && (
        <ChoicesField
          path="statutes"
          name="statutes"
          help
          options={STATUTES}
          text={(one) => label("statute", `${one}.label`)}
          value={statutes}
          onPick={(next) => editor.change((now) => ({ ...now, statutes: next }))}
        />
      )}
    </Block>
  );
}
