// The poster: a posting on A4, one page a language. Pure: no clock, no file, the same posting gives the same bytes.
// Called by services/printPoster (PDF) and by the print view. Styles: posterStyles.ts.
import { renderToString } from "preact-render-to-string";
import { qrAddress, spokenAddress } from "../../server/domain/address.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { romeDay } from "../../server/domain/time.ts";
import { pageFacts } from "../parts/factsOf.ts";
import { formatsOf } from "../parts/formats.ts";
import type { Words } from "../parts/words.ts";
import { fitSheet } from "./fitSheet.ts";
import { Sheet } from "./Sheet.tsx";
import { sheetText } from "./sheetText.ts";

export interface PosterInput {
  readonly posting: PublicPosting;
  /** One page for each, in this order; at least one. */
  readonly languages: readonly Words[];
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** False prints a visible warning: the code would lead nowhere from outside. */
  readonly publicUrlIsReal: boolean;
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
}

export function renderPoster(input: PosterInput): PosterDocument {
  const { posting, publicUrl, publicUrlIsReal, place } = input;
  const sheets = input.languages.map((words) => {
    const text = sheetText({
      posting,
      words,
      facts: pageFacts(posting, words, null),
      spoken: spokenAddress(publicUrl, posting.code),
      publicUrlIsReal,
      changedOn: formatsOf(words.locale).day(romeDay(posting.publishedAt), { year: true }),
    });
    return {
      words,
      ...fitSheet(text, words.t("poster:more")),
      address: qrAddress(publicUrl, posting.code, words.locale.id, posting.revision, place),
    };
  });
  const first = sheets[0];
  if (first === undefined) throw new RangeError("a poster needs at least one language");
  return {
    body: sheets.map((sheet) => renderToString(<Sheet posting={posting} {...sheet} />)).join(""),
    title: first.words.t("poster:documentTitle", { title: first.text.title.text.replaceAll("\u00ad", "") }),
    lang: first.words.locale.id,
    shortened: sheets.filter(({ text }) => text.more !== null).map(({ words }) => words.locale.id),
  };
}
