// One of the site's own pages: accessibility, privacy, legal notes, reporting a mistake. A body's own text where there is one, else the default.
// Called by server/http for /{lang}/info/{page}.
import type { ComponentChildren } from "preact";
import type { Locale, PerLocale } from "../../server/domain/locale.ts";
import { SOURCE_LOCALE } from "../../server/domain/locale.ts";
import type { SitePage } from "../../server/domain/site.ts";
import { markWords } from "../parts/noticeWords.ts";
import type { PageFrame } from "./Document.tsx";
import { renderDocument, unlessSame } from "./Document.tsx";
import { infoPath } from "./sitePath.ts";
import { webAddress } from "./webAddress.ts";

export interface InfoPageInput extends PageFrame {
  readonly page: SitePage | "saved";
  /** What a body wrote in place of the default; null: nothing. */
  readonly own: PerLocale<string> | null;
  /** After the text: a form, a list. */
  readonly more?: ComponentChildren;
}

export function renderInfoPage(input: InfoPageInput): string {
  const { words, page, own } = input;
  const { text, lang } = textOf(input);
  const pathIn = (locale: Locale) => infoPath(locale, page);
  const isForeign = own !== null && lang !== words.locale.id;
  return renderDocument({
    frame: input,
    title: words.t(`site:page.${page}.title`),
    pathIn,
    indexed: page === "saved" || page === "feedback" ? null : { pathIn, anyPath: pathIn(SOURCE_LOCALE) },
    children: (
      <>
        <h1>{words.t(`site:page.${page}.title`)}</h1>
        <div class="text" lang={unlessSame(lang, words)}>
          {paragraphsOf(text).map((paragraph) => (
            <Paragraph text={paragraph} />
          ))}
        </div>
        {isForeign && <p class="mark">{markWords({ lang, mark: "source" }, words)}</p>}
        {input.more}
      </>
    ),
  });
}

function textOf({ own, words, page }: InfoPageInput): { text: string; lang: Locale } {
  const locale = words.locale.id;
  const fallback = { text: words.t(`site:page.${page}.text`), lang: locale };
  if (own === null) return fallback;
  const mine = own[locale];
  if (mine !== undefined) return { text: mine, lang: locale };
  const source = own[SOURCE_LOCALE];
  return source === undefined ? fallback : { text: source, lang: SOURCE_LOCALE };
}

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** A paragraph that is nothing but an address is a link. */
function Paragraph({ text }: { text: string }) {
  const href = /^https?:\/\/\S+$/.test(text) ? webAddress(text) : null;
  return (
    <p>
      {href === null ? (
        text
      ) : (
        <a href={href} rel="noreferrer">
          {text}
        </a>
      )}
    </p>
  );
}
