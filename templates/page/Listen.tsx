// The posting read aloud: the browser's own player, which needs no script, never starts by itself and has its volume. Called by PostingPage.
import type { Words } from "../parts/words.ts";

export function Listen({ href, words }: { readonly href: string; readonly words: Words }) {
  return (
    <div class="listen">
      <p class="label" id="listen">
        {words.t("page:listen")}
      </p>
      {/* biome-ignore lint/a11y/useMediaCaption: what is heard stands on this very page as text */}
      <audio controls preload="none" src={href} aria-labelledby="listen" />
    </div>
  );
}
