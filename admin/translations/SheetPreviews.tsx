// The posting as display, phone and paper will show it in the language being written, with the words as they are typed. Called by SheetPage.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PostingAnswer, PreviewBody } from "../../server/domain/httpContract.ts";
import { api } from "../api.ts";
import { PreviewFrame } from "../postings/PreviewFrame.tsx";
import { languageName } from "../words/formats.ts";
import { translationWord, word } from "../words/words.ts";
import type { SheetEditor } from "./sheetEditor.ts";
import { keyOf } from "./sheetEditor.ts";

type Surface = PreviewBody["surface"];

/** As wide and high as the real thing, in CSS pixels. */
const SIZES: Readonly<Record<Surface, readonly [number, number, "cut" | "scroll" | "show"]>> = {
  card: [1920, 1080, "cut"],
  page: [390, 844, "scroll"],
  poster: [794, 1123, "show"],
};
const SURFACES: readonly Surface[] = ["card", "page", "poster"];
const QUIET = 500;

export function SheetPreviews({
  editor,
  posting: { posting },
}: {
  readonly editor: SheetEditor;
  readonly posting: PostingAnswer;
}) {
  const pages = useSignal<Partial<Record<Surface, { html: string; shortened: boolean }>>>({});
  const { locale, lines } = editor.answer.value;
  const content = posting.working ?? posting.published?.content;
  // As typed where anything is, so that overflow is seen before it is approved.
  const texts: Record<string, string> = {};
  for (const line of lines) {
    const text = editor.texts.value[keyOf(line)] ?? "";
    if (text !== "") texts[line.segment] = text;
  }
  const typed = JSON.stringify(texts);
  useEffect(() => {
    if (content === undefined) return;
    const mine = new AbortController();
    const read = async (surface: Surface) => {
      try {
        const body = { owner: posting.owner, code: posting.code, content, locale, surface, texts };
        const { html, shortened } = await api.preview(body, mine.signal);
        pages.value = { ...pages.peek(), [surface]: { html, shortened: shortened.length > 0 } };
      } catch {
        // What is typed stays; the next letter asks again.
      }
    };
    const timer = setTimeout(() => SURFACES.forEach((surface) => void read(surface)), QUIET);
    return () => {
      clearTimeout(timer);
      mine.abort();
    };
  }, [typed, locale]);
  return (
    <section class="sheet-previews" aria-labelledby="sheet-previews">
      <h2 id="sheet-previews">{translationWord("preview.title")}</h2>
      <div class="sheet-surfaces">
        {SURFACES.map((surface) => {
          const [width, height, long] = SIZES[surface];
          const page = pages.value[surface];
          return (
            <figure key={surface} class={`preview preview-${surface}`}>
              <figcaption>
                {word(`preview.${surface}`)}
                {page?.shortened === true && (
                  <strong class="overflow">
                    {translationWord(`preview.overflow.${surface === "card" ? "card" : "poster"}`)}
                  </strong>
                )}
              </figcaption>
              <PreviewFrame
                html={page?.html ?? null}
                width={width}
                height={height}
                long={long}
                title={word("preview.frame", { surface: word(`preview.${surface}`), language: languageName(locale) })}
              />
            </figure>
          );
        })}
      </div>
    </section>
  );
}
