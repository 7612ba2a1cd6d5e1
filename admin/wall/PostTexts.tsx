// Text and pictures ready for a virtual board, in each language: of one posting, or of the week. Opened from a posting and from the wall;
// loaded only then. Nothing is posted from here: the desk gives, a person publishes.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { pictureShapes } from "../../server/domain/pictureShape.ts";
import { ChoiceField } from "../parts/ChoiceField.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { CopyButton } from "../people/CopyButton.tsx";
import { noteEndedSession } from "../session/session.ts";
import { interfaceLocales, spokenLocale, wallWord } from "../words/words.ts";
import { wallApi } from "./wallApi.ts";
import "./wall.css";

interface PostTextsProps {
  /** A posting's code; null: the week of the office. */
  readonly code: string | null;
  readonly office: string | null;
  readonly onClose: () => void;
}

export default function PostTexts({ code, office, onClose }: PostTextsProps) {
  const texts = useSignal<Readonly<Record<string, string>> | null>(null);
  const locale = useSignal(spokenLocale().id);
  const trouble = useSignal<string | null>(null);
  useEffect(() => {
    const read = async () => {
      try {
        texts.value = (await (code === null ? wallApi.weekTexts(office) : wallApi.texts(code))).texts;
      } catch (error) {
        noteEndedSession(error);
        trouble.value = error instanceof Error ? error.message : String(error);
      }
    };
    void read();
  }, []);
  const text = texts.value?.[locale.value] ?? "";
  return (
    <Dialog title={wallWord(code === null ? "post.week" : "post.title")} onClose={onClose} wide>
      <Trouble text={trouble.value} />
      <ChoiceField
        label={wallWord("post.language")}
        value={locale.value}
        options={interfaceLocales}
        onChange={(next) => (locale.value = next)}
      />
      <PlainField label={wallWord("post.text")}>
        {(aria) => <textarea {...aria} class="post-text" lang={locale.value} readOnly rows={9} value={text} />}
      </PlainField>
      <p>
        <CopyButton key={text} text={text} />
      </p>
      {code !== null && (
        <ul class="post-pictures">
          {pictureShapes.map((shape) => (
            <li key={shape}>
              <a
                href={`/pictures/${code}.png?shape=${shape}&lang=${locale.value}`}
                download={`${code}-${shape}-${locale.value}.png`}
              >
                <img
                  src={`/pictures/${code}.png?shape=${shape}&lang=${locale.value}`}
                  alt={wallWord("post.picture", { shape: wallWord(`post.shape.${shape}`) })}
                  height={160}
                />
                <span>{wallWord(`post.shape.${shape}`)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <div class="dialog-buttons">
        <button type="button" onClick={onClose}>
          {wallWord("dialog.close")}
        </button>
      </div>
    </Dialog>
  );
}
