// Display, phone and poster in every language side by side, from the production templates, as they are at this moment. Called by Previews.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PreviewBody } from "../../server/domain/httpContract.ts";
import { api } from "../api.ts";
import { CloseButton } from "../parts/CloseButton.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { interfaceLocales, word } from "../words/words.ts";
import { useEditor } from "./fields/EditorContext.ts";
import { PreviewFrame } from "./PreviewFrame.tsx";
import { LONG, SIZES, SURFACES } from "./previewSizes.ts";

type Surface = PreviewBody["surface"];

export function AllPreviews({ onDone }: { readonly onDone: () => void }) {
  const editor = useEditor();
  const pages = useSignal<Readonly<Record<string, string>>>({});
  const trouble = useSignal<string | null>(null);
  useEffect(() => {
    const mine = new AbortController();
    const read = async (surface: Surface, locale: string) => {
      const { owner, code } = editor.answer.peek().posting;
      const content = editor.content.peek();
      const { html } = await api.preview({ owner, code, content, locale, surface }, mine.signal);
      pages.value = { ...pages.peek(), [`${surface} ${locale}`]: html };
    };
    const readAll = async () => {
      // One after the other: twelve at once would keep a display waiting.
      for (const surface of SURFACES) for (const { id } of interfaceLocales) await read(surface, id);
    };
    readAll().catch((error: unknown) => {
      if (!mine.signal.aborted) trouble.value = error instanceof Error ? error.message : String(error);
    });
    return () => mine.abort();
  }, []);
  return (
    <Dialog title={word("preview.all")} onClose={onDone} wide read>
      <Trouble text={trouble.value} />
      {SURFACES.map((surface) => (
        <section key={surface} class="all-previews" aria-label={word(`preview.${surface}`)}>
          <h3>{word(`preview.${surface}`)}</h3>
          <div class={`all-previews-row all-previews-${surface}`}>
            {interfaceLocales.map(({ id, name }) => (
              <figure key={id}>
                <figcaption lang={id}>{name}</figcaption>
                <PreviewFrame
                  html={pages.value[`${surface} ${id}`] ?? null}
                  width={SIZES[surface][0]}
                  height={SIZES[surface][1]}
                  long={LONG[surface]}
                  title={word("preview.frame", { surface: word(`preview.${surface}`), language: id })}
                />
              </figure>
            ))}
          </div>
        </section>
      ))}
      <CloseButton onClose={onDone} />
    </Dialog>
  );
}
