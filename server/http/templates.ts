// The templates bound to this house: their style sheets' addresses, its public address, its languages. Called by pages, posters and previews.
import { readFileSync } from "node:fs";
import path from "node:path";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { indexPages } from "../../templates/bulletin/indexPages.tsx";
import { reportPages } from "../../templates/bulletin/reportPages.tsx";
import { boardPath } from "../../templates/page/boardPath.ts";
import type { PageFrame } from "../../templates/page/Document.tsx";
import { renderPostingPage } from "../../templates/page/PostingPage.tsx";
import { PAGE_STYLES } from "../../templates/page/pageStyles.ts";
import { infoPath } from "../../templates/page/sitePath.ts";
import { Card } from "../../templates/parts/Card.tsx";
import { renderPoster } from "../../templates/poster/Poster.tsx";
import { renderPosterView } from "../../templates/poster/PosterView.tsx";
import { POSTER_STYLES, POSTER_VIEW_STYLES } from "../../templates/poster/posterStyles.ts";
import { qrAddress } from "../domain/address.ts";
import type { Locale, LocaleFacts } from "../domain/locale.ts";
import type { Office } from "../domain/owner.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import { SITE_PAGES } from "../domain/site.ts";
import type { Instant } from "../domain/time.ts";
import type { House } from "../house.ts";
import type { BulletinTemplates } from "../services/printBulletin.ts";
import type { PosterOrder, RenderPoster } from "../services/printPoster.ts";
import type { Assets } from "./assets.ts";

export type Surface = "card" | "page" | "poster";

export interface Preview {
  readonly html: string;
  /** The language of a sheet from which something had to be left out; staff are told. */
  readonly shortened: readonly Locale[];
}

export interface Templates extends BulletinTemplates {
  /** What every public page shares, in the reader's language; `office` whose board is home, or null for all. */
  frame(locale: Locale, office?: Office | null): PageFrame;
  readonly poster: RenderPoster;
  posterView(posting: PublicPosting, order: PosterOrder): string;
  /** A whole document for the desk's frame. The card is drawn for 1920 × 1080, the frame scales it. */
  preview(surface: Surface, posting: PublicPosting, locale: Locale, now: Instant): Preview;
}

const CARD_STYLES = [
  "templates/parts/tokens.css",
  "templates/parts/card.css",
  "templates/parts/cardPortrait.css",
  "templates/preview/card.css",
];

export function createTemplates(
  house: Pick<House, "config" | "words" | "locales" | "mirror" | "demonstration">,
  assets: Assets,
): Templates {
  const { config, words, mirror } = house;
  const { publicUrl, publicUrlIsReal } = config;
  const page = assets.stylesheet("page", PAGE_STYLES);
  const script = assets.script("page", "templates/page/browser/page.js");
  const view = assets.stylesheet("poster", POSTER_VIEW_STYLES);
  const card = assets.stylesheet("card", CARD_STYLES);
  const posterCss = POSTER_STYLES.map((file) => readFileSync(path.join(config.projectRoot, file), "utf8")).join("\n");
  const locales: LocaleFacts[] = house.locales.map((locale) => words(locale).locale);

  const frame: Templates["frame"] = (locale, office = null) => ({
    words: words(locale),
    locales,
    publicUrl,
    stylesheet: page,
    script,
    home: {
      href: boardPath(locale, office?.id ?? null),
      label: office?.name ?? words(locale).t("page:allPostings"),
      lang: office === null ? locale : "it",
    },
    footerLinks: [
      { label: words(locale).t("site:page.saved.title"), href: infoPath(locale, "saved") },
      { label: words(locale).t("mail:page.title"), href: infoPath(locale, "channels") },
      ...SITE_PAGES.map((page) => ({
        label: words(locale).t(`site:page.${page}.title`),
        href: infoPath(locale, page),
      })),
      { label: words(locale).t("page:sheet.title"), href: infoPath(locale, "sheet") },
    ],
  });
  const posterInput = (posting: PublicPosting, { locales: asked, format, size, place }: PosterOrder) => ({
    posting,
    languages: asked.map((locale) => words(locale)),
    publicUrl,
    publicUrlIsReal,
    format,
    size,
    ...(place === null ? {} : { place }),
  });
  const posterView: Templates["posterView"] = (posting, order) =>
    renderPosterView({ ...posterInput(posting, order), stylesheet: view }).html;

  return {
    frame,
    posterView,
    paperCss: posterCss,
    index: ({ locale, ...order }) => indexPages({ ...order, words: words(locale), publicUrl, publicUrlIsReal }),
    report: (board, report, locale) =>
      reportPages({ board, report, words: words(locale), publicUrl, demonstration: house.demonstration() }),
    poster: (posting, order) => ({ ...renderPoster(posterInput(posting, order)), css: posterCss }),
    preview(surface, posting, locale, now) {
      if (surface === "poster")
        return renderPosterView({ ...posterInput(posting, onePoster(locale)), stylesheet: view, hint: false });
      const contact = mirror.owners.get(posting.owner.id) ?? null;
      if (surface === "page") {
        const office = contact?.kind === "office" ? contact : null;
        const html = renderPostingPage({
          ...frame(locale, office),
          // A picture to look at: nothing runs in it.
          script: null,
          posting,
          now,
          contact,
          printed: null,
          revision: null,
          place: null,
          posterHref: "#",
          listenHref: null,
          icsHref: null,
          approved: [],
        });
        return { html, shortened: [] };
      }
      const drawn = renderToString(
        h(Card, {
          posting,
          words: words(locale),
          now,
          qr: qrAddress(publicUrl, posting.code, locale, posting.revision),
          publicUrl,
          turn: null,
          freshness: null,
          office: posting.owner.name,
          layout: "landscape",
        }),
      );
      const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${posting.code}</title><link rel="stylesheet" href="${card}"></head><body class="preview-card">${drawn}</body></html>`;
      return { html, shortened: [] };
    },
  };
}

const onePoster = (locale: Locale): PosterOrder => ({ locales: [locale], format: "poster", size: "a4", place: null });
