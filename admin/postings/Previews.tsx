// The posting as display, phone and paper will show it, from the production templates, in one language at a time. Called by PostingPage.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PreviewBody } from "../../server/domain/httpContract.ts";
import { api } from "../api.ts";
import { LocaleTabs } from "../parts/LocaleTabs.tsx";
import { word } from "../words/words.ts";
import { AllPreviews } from "./AllPreviews.tsx";
import { useEditor } from "./fields/EditorContext.ts";
import { PreviewFrame } from "./PreviewFrame.tsx";
import { LONG, SIZES, SURFACES } from "./previewSizes.ts";

type Surface = PreviewBody["surface"];
const QUIET = 400;

export function Previews() {
  const editor = useEditor();
  const locale = useSignal(editor.content.peek().sourceLocale);
  const pages = useSignal<Partial<Record<Surface, string>>>({});
  const shortened = useSignal(false);
  const trouble = useSignal<string | null>(null);
  const all = useSignal(false);
  const content = editor.content.value;
  const sound = Object.keys(editor.problems.value).length === 0;

  useEffect(() => {
    if (!sound) return;
    const mine = new AbortController();
    const read = async (surface: Surface) => {
      const { owner, code } = editor.answer.peek().posting;
      try {
        const answer = await api.preview({ owner, code, content, locale: locale.value, surface }, mine.signal);
        const { html } = answer;
        if (surface === "poster") shortened.value = answer.shortened.length > 0;
        pages.value = { ...pages.peek(), [surface]: html };
        trouble.value = null;
      } catch (error) {
        if (!mine.signal.aborted) trouble.value = error instanceof Error ? error.message : String(error);
      }
    };
    const timer = setTimeout(() => SURFACES.forEach((surface) => void read(surface)), QUIET);
    return () => {
      clearTimeout(timer);
      mine.abort();
    };
  }, [content, locale.value, sound]);

  return (
    <section class="previews" aria-labelledby="previews-title">
      <div class="previews-head">
        <h2 id="previews-title">{word("preview.title")}</h2>
        <LocaleTabs
          content={content}
          translations={editor.answer.value.translations}
          phrases={editor.answer.value.phrases}
          chosen={locale.value}
          panel="previews-panel"
          onChoose={(id) => (locale.value = id)}
        />
      </div>
      <p>
        <button type="button" class="plain" disabled={!sound} onClick={() => (all.value = true)}>
          {word("preview.all")}
        </button>
      </p>
      {all.value && <AllPreviews onDone={() => (all.value = false)} />}
      {trouble.value !== null && <p class="quiet">{trouble.value}</p>}
      <div
        id="previews-panel"
        class="previews-panel"
        role="tabpanel"
        aria-labelledby={`previews-panel-${locale.value}`}
      >
        {SURFACES.map((surface) => (
          <figure key={surface} class={`preview preview-${surface}`}>
            <figcaption>{word(`preview.${surface}`)}</figcaption>
            {surface === "poster" && shortened.value && <p class="notice">{word("preview.shortened")}</p>}
            <PreviewFrame
              html={pages.value[surface] ?? null}
              width={SIZES[surface][0]}
              height={SIZES[surface][1]}
              long={LONG[surface]}
              title={word("preview.frame", { surface: word(`preview.${surface}`), language: locale.value })}
            />
          </figure>
        ))}
      </div>
    </section>
  );
}
