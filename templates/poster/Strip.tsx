// A strip to tear off below a poster: the code and, along it, title, first way to apply, address and code in letters. Called by panelPages.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { Qr } from "../parts/qr.tsx";
import type { Told } from "./arranged.ts";
import { cut } from "./shortenSheet.ts";
import { wrapText } from "./wrapText.ts";

const MM = 72 / 25.4;
const LENGTH = 55 * MM;
const TYPE = 9;

export function Strip({ posting, told }: { readonly posting: PublicPosting; readonly told: Told }) {
  const { words, text, address } = told;
  const title = held(text.title.text, 2);
  const way = text.apply.find(({ isChannel }) => isChannel);
  return (
    <div class="strip" data-section={posting.content.section}>
      <Qr onPaper address={address} label={words.t("poster:qrLabel", { address: text.spoken })} />
      <div class="strip-words">
        <p class="strip-title" lang={text.title.lang}>
          {title}
        </p>
        {way !== undefined && <p>{held(way.line.text, 1)}</p>}
        <p>{text.spoken}</p>
        <p>{words.t("poster:code", { code: posting.code })}</p>
      </div>
    </div>
  );
}

/** As much as stands in so many lines. */
function held(text: string, lines: number): string {
  for (let limit = text.length; limit > 8; limit -= 4) {
    const shown = limit === text.length ? text : cut(text, limit);
    if (wrapText(shown, 700, TYPE, LENGTH).lines <= lines) return shown;
  }
  return cut(text, 8);
}
