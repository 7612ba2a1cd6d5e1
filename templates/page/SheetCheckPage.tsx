// "Is this sheet ours?": one field for the code or address on a sheet, and a plain answer. Works without scripts and asks for nothing else.
// Called by server/http for /{lang}/info/sheet, and for /o, the address that is short enough to be typed from a sheet.
import { pagePath } from "../../server/domain/address.ts";
import type { Locale } from "../../server/domain/locale.ts";
import type { Revision } from "../../server/domain/posting.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import { romeDay } from "../../server/domain/time.ts";
import { formatsOf } from "../parts/formats.ts";
import { titleOf } from "../parts/line.ts";
import { demonstrationWord } from "../parts/noticeWords.ts";
import type { Words } from "../parts/words.ts";
import type { PageFrame } from "./Document.tsx";
import { renderDocument, unlessSame } from "./Document.tsx";
import { SectionName } from "./PostingHead.tsx";
import { infoPath } from "./sitePath.ts";

export type SheetVerdict =
  /** The address on it leads to somebody else. */
  | { readonly is: "foreign"; readonly host: string }
  /** No code of ours: its check character is wrong. */
  | { readonly is: "malformed" }
  /** A code as ours are, but never made public. */
  | { readonly is: "unknown" }
  | {
      readonly is: "ours";
      readonly posting: PublicPosting;
      /** When it was over; null while it is open. */
      readonly closedAt: Instant | null;
      readonly revision: Revision | null;
    };

export interface SheetCheckInput extends PageFrame {
  /** What was typed, as it was typed; empty at first. */
  readonly written: string;
  /** Null: nothing was asked yet. */
  readonly verdict: SheetVerdict | null;
}

/** Longest text that is read at all: a QR's address with all its parts. */
export const SHEET_LIMIT = 120;

export function renderSheetCheckPage(input: SheetCheckInput): string {
  const { words, written, verdict, publicUrl } = input;
  const { t } = words;
  const host = publicUrl.replace(/^https?:\/\//, "");
  const asked = written === "" ? "" : `?code=${encodeURIComponent(written)}`;
  const pathIn = (locale: Locale) => infoPath(locale, "sheet");
  return renderDocument({
    frame: input,
    title: t("page:sheet.title"),
    pathIn: (locale) => pathIn(locale) + asked,
    indexed: verdict === null ? { pathIn, anyPath: "/o" } : null,
    children: (
      <>
        <h1>{t("page:sheet.title")}</h1>
        {verdict !== null && <Verdict verdict={verdict} words={words} host={host} />}
        <form class="report" method="get" action={pathIn(words.locale.id)}>
          <div class="field">
            <label for="code">{t("page:sheet.code")}</label>
            <p class="quiet" id="hint">
              {t("page:sheet.hint")}
            </p>
            <input
              id="code"
              name="code"
              value={written}
              maxLength={SHEET_LIMIT}
              required
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              aria-describedby="hint"
            />
          </div>
          <button class="button" type="submit">
            {t("page:sheet.check")}
          </button>
        </form>
        <section aria-labelledby="tell">
          <h2 id="tell">{t("page:sheet.tell")}</h2>
          <ul class="lines is-bulleted">
            <li>{t("page:sheet.tellAddress", { host })}</li>
            <li>{t("page:sheet.tellCode")}</li>
            <li>{t("page:sheet.tellFree")}</li>
            <li>{t("page:sheet.tellData")}</li>
          </ul>
          <p>
            <a href={infoPath(words.locale.id, "feedback")}>{t("page:sheet.report")}</a>
          </p>
        </section>
      </>
    ),
  });
}

function Verdict({ verdict, words, host }: { verdict: SheetVerdict; words: Words; host: string }) {
  const { t } = words;
  if (verdict.is !== "ours") {
    return (
      <div class="note is-strong" role="status">
        <p class="verdict">{t(`page:sheet.${verdict.is}`)}</p>
        <p>{t(`page:sheet.${verdict.is}About`, { host, other: verdict.is === "foreign" ? verdict.host : "" })}</p>
      </div>
    );
  }
  const { posting, closedAt, revision } = verdict;
  const title = titleOf(posting, words.locale.id);
  const date = closedAt === null ? "" : formatsOf(words.locale).day(romeDay(closedAt), { year: true });
  return (
    <div class="note is-strong" role="status">
      <p class="verdict">{t("page:sheet.ours")}</p>
      <SectionName section={posting.content.section} words={words} />
      <p>
        <a
          href={pagePath(posting.code, words.locale.id, revision ?? undefined)}
          lang={unlessSame(title.lang, words)}
          class="large"
        >
          {title.text}
        </a>
      </p>
      {posting.demonstration && <p>{demonstrationWord(posting, words)}</p>}
      <p>
        {posting.owner.name} · {`${t("page:published.code")}\u00a0${posting.code}`}
      </p>
      <p>{closedAt === null ? t("page:sheet.oursOpen") : t("page:sheet.oursClosed", { date })}</p>
    </div>
  );
}
