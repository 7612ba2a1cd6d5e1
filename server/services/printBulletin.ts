// What an office's board holds as one document: for every section its index sheets, then, if wanted, its posters; and the weekly report.
// Called by http/bulletins. [N3] Sections never mix on a page. One HTML document in chunks, whatever its length.

import { livePostings } from "../domain/board.ts";
import type { Locale } from "../domain/locale.ts";
import type { Office } from "../domain/owner.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Section } from "../domain/section.ts";
import { SECTIONS } from "../domain/section.ts";
import type { Day } from "../domain/time.ts";
import { romeInstant } from "../domain/time.ts";
import type { WeekReport } from "../domain/weekReport.ts";
import { giveWay } from "../giveWay.ts";
import type { House } from "../house.ts";
import type { Paper } from "../printer/paperCache.ts";
import { boardOf } from "./boardOf.ts";
import type { PrintDocument } from "./printDocument.ts";
import type { RenderPoster } from "./printPoster.ts";
import { mayPrint } from "./printPoster.ts";
import { weekReport } from "./weekReport.ts";

export interface BulletinOrder {
  readonly office: Office;
  readonly locales: readonly Locale[];
  /** Null: every section that has something. */
  readonly section: Section | null;
  readonly posters: boolean;
  readonly place: string | null;
}

export interface SectionOrder {
  readonly board: string;
  readonly section: Section;
  readonly postings: readonly PublicPosting[];
  readonly locale: Locale;
  readonly place: string | null;
}

/** The templates, bound to this house by http. */
export interface BulletinTemplates {
  readonly poster: RenderPoster;
  index(order: SectionOrder): { readonly pages: readonly string[]; readonly codes: readonly string[] };
  report(board: string, report: WeekReport, locale: Locale): readonly string[];
  readonly paperCss: string;
}

export interface Bulletins {
  /** Refuses publicUrlMissing, and notFound where nothing is open. */
  print(order: BulletinOrder): Promise<Paper>;
  /** `office` null: the whole network. */
  report(office: Office | null, day: Day | null, locales: readonly Locale[]): Promise<Paper>;
}

type Needs = Pick<House, "mirror" | "clock" | "config" | "words" | "demonstration"> & {
  readonly templates: BulletinTemplates;
  readonly print: PrintDocument;
};

export function createBulletins({ templates, print, ...house }: Needs): Bulletins {
  const langOf = (locales: readonly Locale[]) => house.words(locales[0] ?? "it").locale.intl;
  return {
    async print({ office, locales, section, posters, place }) {
      mayPrint(house);
      const now = house.clock.now();
      const live = boardOf(house.mirror, office, now);
      const postings = livePostings({ office, postings: new Map(live.map((posting) => [posting.code, posting])) }, now);
      const shown = SECTIONS.filter((one) => section === null || one === section)
        .map((one) => ({ section: one, postings: postings.filter(({ content }) => content.section === one) }))
        .filter((one) => one.postings.length > 0);
      if (shown.length === 0) throw new Refusal("notFound", { what: "postings", id: office.id });
      const pages: string[] = [];
      const codes: string[] = [];
      for (const locale of locales) {
        for (const one of shown) {
          const index = templates.index({ board: office.name, ...one, locale, place });
          pages.push(...index.pages);
          codes.push(...index.codes);
          for (const posting of posters ? one.postings : []) {
            const poster = templates.poster(posting, { locales: [locale], format: "poster", size: "a4", place });
            pages.push(poster.body);
            codes.push(...poster.codes);
            await giveWay();
          }
          await giveWay();
        }
      }
      const newest = Math.max(...shown.flatMap((one) => one.postings.map(({ publishedAt }) => publishedAt)));
      const title = house.words(locales[0] ?? "it").t("poster:index.title", { board: office.name });
      return print({
        pages,
        css: templates.paperCss,
        lang: langOf(locales),
        title,
        size: "a4",
        revisedAt: new Date(newest).toISOString(),
        codes,
      });
    },
    report(office, day, locales) {
      const network = [...house.mirror.owners.values()].find(({ kind }) => kind === "network");
      const report = weekReport(house.mirror, office, day, house.clock.now());
      const board = office?.name ?? network?.name ?? "Bacheca Viva";
      const pages = locales.flatMap((locale) => templates.report(board, report, locale));
      const title = house.words(locales[0] ?? "it").t("poster:report.documentTitle", { board });
      return print({
        pages,
        css: templates.paperCss,
        lang: langOf(locales),
        title,
        size: "a4",
        revisedAt: new Date(romeInstant(report.to)).toISOString(),
        codes: [],
      });
    },
  };
}
