// A posting on paper in any arrangement. Pure: no clock, no file, the same posting gives the same bytes.
// Called by services/printPoster (PDF), by bulletins and by the print view. Styles: posterStyles.ts.
import { renderToString } from "preact-render-to-string";
import { ANY_LOCALE, qrAddress, spokenAddress } from "../../server/domain/address.ts";
import type { PaperFormat, PaperSize } from "../../server/domain/paper.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { romeDay } from "../../server/domain/time.ts";
import { pageFacts } from "../parts/factsOf.ts";
import { formatsOf } from "../parts/formats.ts";
import type { Words } from "../parts/words.ts";
import type { Arranged, Told } from "./arranged.ts";
import { fitSheet } from "./fitSheet.ts";
import { panelPages } from "./panelPages.tsx";
import { Sheet } from "./Sheet.tsx";
import { A4_BOX, LARGE_BOX } from "./sheetBox.ts";
import { sheetText } from "./sheetText.ts";

export interface PosterInput {
  readonly posting: PublicPosting;
  /** In this order; at least one. */
  readonly languages: readonly Words[];
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** False prints a visible warning: the code would lead nowhere from outside. */
  readonly publicUrlIsReal: boolean;
  readonly format?: PaperFormat;
  readonly size?: PaperSize;
  /** Short id of the wall the sheet will hang on, for counts per place. */
  readonly place?: string;
}

export interface PosterDocument {
  /** What stands inside <body>. */
  readonly body: string;
  /** Of the first page. */
  readonly title: string;
  readonly lang: string;
  /** Languages in which something had to be left out for want of room; staff are told. */
  readonly shortened: readonly string[];
  /** What the codes carry, in the order they stand in the document. */
  readonly codes: readonly string[];
}

export function renderPoster(input: PosterInput): PosterDocument {
  const { posting, publicUrl, place, format = "poster", size = "a4" } = input;
  const first = input.languages[0];
  if (first === undefined) throw new RangeError("a poster needs at least one language");
  const told = input.languages.map((words) => ({
    words,
    text: sheetText({
      posting,
      words,
      facts: pageFacts(posting, words, null),
      spoken: spokenAddress(publicUrl, posting.code),
      publicUrlIsReal: input.publicUrlIsReal,
      changedOn: formatsOf(words.locale).day(romeDay(posting.publishedAt), { year: true }),
    }),
    address: qrAddress(publicUrl, posting.code, words.locale.id, posting.revision, place),
  }));
  const anyAddress = qrAddress(publicUrl, posting.code, ANY_LOCALE, posting.revision, place);
  const arranged =
    format === "poster" || format === "large"
      ? sheets(posting, told, format, size)
      : panelPages({ posting, told, anyAddress, format, size });
  return {
    ...arranged,
    title: first.t("poster:documentTitle", { title: told[0]?.text.title.text.replaceAll("\u00ad", "") ?? "" }),
    lang: first.locale.id,
  };
}

function sheets(posting: PublicPosting, told: readonly Told[], format: PaperFormat, size: PaperSize): Arranged {
  const box = format === "large" ? LARGE_BOX : A4_BOX;
  const kind = `${format === "large" ? " is-large" : ""}${size === "a3" ? " is-a3" : ""}`;
  const fitted = told.map(({ words, text, address }) => ({
    words,
    address,
    ...fitSheet(text, words.t("poster:more"), box),
  }));
  return {
    body: fitted.map((sheet) => renderToString(<Sheet posting={posting} kind={kind} {...sheet} />)).join(""),
    shortened: fitted.filter(({ text }) => text.more !== null).map(({ words }) => words.locale.id),
    codes: told.map(({ address }) => address),
  };
}
