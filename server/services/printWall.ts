// Many posters as one PDF: all that is to be printed for one wall, its place in every code, or what was chosen in the list.
// Called by http/walls.
// The postings that closed since the list was made are left out: nobody prints what would be taken down at once.

import type { Locale } from "../domain/locale.ts";
import type { Office } from "../domain/owner.ts";
import type { PaperFormat, PaperSize } from "../domain/paper.ts";
import { isLive } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import { Refusal } from "../domain/refusal.ts";
import { SECTIONS } from "../domain/section.ts";
import { giveWay } from "../giveWay.ts";
import type { House } from "../house.ts";
import type { Paper } from "../printer/paperCache.ts";
import type { PrintDocument } from "./printDocument.ts";
import type { RenderedPoster, RenderPoster } from "./printPoster.ts";
import { mayPrint } from "./printPoster.ts";
import type { Work } from "./works.ts";

export interface WallOrder {
  readonly office: Office;
  /** Null: chosen in the list, for no wall yet; then no place is counted. */
  readonly wall: string | null;
  readonly format: PaperFormat;
  readonly size: PaperSize;
  readonly locales: readonly Locale[];
  readonly codes: readonly string[];
}

export type PrintWall = (order: WallOrder, work?: Work) => Promise<Paper>;

type Needs = Pick<House, "store" | "mirror" | "clock" | "config" | "words" | "demonstration"> & {
  readonly render: RenderPoster;
  readonly print: PrintDocument;
};

export function createPrintWall({ render, print, ...house }: Needs): PrintWall {
  return async ({ office, wall, format, size, locales, codes }, work) => {
    const known = wall === null ? null : await house.store.paper.wall(wall);
    if (wall !== null && (known === null || known.removed || known.office !== office.id))
      throw new Refusal("notFound", { what: "wall", id: wall });
    mayPrint(house);
    const now = house.clock.now();
    const postings = codes.flatMap((code): PublicPosting[] => {
      const entry = house.mirror.entry(code);
      return entry !== undefined && entry.shown !== null && isLive(entry.posting, now) ? [entry.shown] : [];
    });
    if (postings.length === 0) throw new Refusal("notFound", { what: "postings", id: office.id });
    const order = { locales, format, size, place: wall };
    const bySection = [...postings].sort(
      (a, b) => SECTIONS.indexOf(a.content.section) - SECTIONS.indexOf(b.content.section),
    );
    const sheets: RenderedPoster[] = [];
    for (const posting of bySection) {
      sheets.push(render(posting, order));
      await giveWay();
    }
    const [first] = sheets;
    const document = {
      pages: sheets.map(({ body }) => body),
      css: first?.css ?? "",
      lang: house.words(locales[0] ?? "it").locale.intl,
      title: known === null ? office.name : `${office.name} · ${known.name}`,
      size: order.size,
      revisedAt: new Date(Math.max(...postings.map(({ publishedAt }) => publishedAt))).toISOString(),
      codes: sheets.flatMap((sheet) => sheet.codes),
    };
    return print(document, work);
  };
}
