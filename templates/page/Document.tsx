// The frame of every public page: head, way home, languages, footer. No script, no inline style, nothing from another origin.
// Called by the pages of this folder, each of which is a whole HTML document.
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Locale, LocaleFacts } from "../../server/domain/locale.ts";
import { PICTURE_SHAPES } from "../../server/domain/pictureShape.ts";
import type { Section } from "../../server/domain/section.ts";
import type { Words } from "../parts/words.ts";

export interface PageLink {
  readonly label: string;
  readonly href: string;
}

/** What every page needs besides its own matter. */
export interface PageFrame {
  /** In the reader's language. */
  readonly words: Words;
  /** The languages of the switch, in the order they are shown. */
  readonly locales: readonly LocaleFacts[];
  /** Without a trailing slash; for canonical and alternate addresses. */
  readonly publicUrl: string;
  /** Address of the joined style sheet, see pageStyles.ts. */
  readonly stylesheet: string;
  /** Address of the one small script, which only adds; null: none. */
  readonly script: string | null;
  /** The board this page belongs to: an office's, or all. `lang` is the name's own language. */
  readonly home: PageLink & { readonly lang: Locale };
  /** Accessibility statement, privacy, legal notes …; labels in the reader's language. */
  readonly footerLinks: readonly PageLink[];
}

export interface DocumentProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly description?: string;
  /** Path of this page in a language: for the switch. */
  readonly pathIn: (locale: Locale) => string;
  /** The lasting paths search engines may keep: one a language, and the one that chooses by the reader. null keeps the page out. */
  readonly indexed: {
    readonly pathIn: (locale: Locale) => string;
    readonly anyPath: string;
    /** Languages that may be found; absent: all. The page of another is kept out. */
    readonly locales?: readonly Locale[];
  } | null;
  /** What machines may read of it: one schema.org object, true as it stands. */
  readonly data?: object | null;
  readonly feeds?: readonly { readonly type: string; readonly href: string }[];
  readonly section?: Section;
  /** Shown by whoever passes the address on: the lasting path, and that of a picture of PICTURE_SHAPES.landscape. */
  readonly card?: { readonly path: string; readonly picture: string };
  /** A list beside what narrows it down, where the screen is wide enough for both. */
  readonly wide?: true;
  readonly children: ComponentChildren;
}

export function renderDocument(props: DocumentProps): string {
  return `<!doctype html>${renderToString(<Document {...props} />)}`;
}

function Document({
  frame,
  title,
  description,
  pathIn,
  indexed: asked,
  section,
  children,
  data = null,
  feeds = [],
  card,
  wide,
}: DocumentProps) {
  const { words, locales, publicUrl } = frame;
  const found = asked?.locales ?? locales.map(({ id }) => id);
  const indexed = found.includes(words.locale.id) ? asked : null;
  return (
    <html lang={words.locale.id} dir={words.locale.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${words.t("page:site")}`}</title>
        {description && <meta name="description" content={description} />}
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        {indexed === null ? (
          <meta name="robots" content="noindex" />
        ) : (
          <>
            <link rel="canonical" href={publicUrl + indexed.pathIn(words.locale.id)} />
            {found.map((id) => (
              <link rel="alternate" hreflang={id} href={publicUrl + indexed.pathIn(id)} />
            ))}
            <link rel="alternate" hreflang="x-default" href={publicUrl + indexed.anyPath} />
          </>
        )}
        {card !== undefined && <Preview frame={frame} title={title} description={description} card={card} />}
        {feeds.map(({ type, href }) => (
          <link rel="alternate" type={type} href={href} title={title} />
        ))}
        <link rel="stylesheet" href={frame.stylesheet} />
        <link rel="manifest" href={`/app/${words.locale.id}.webmanifest`} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon-192.png" />
        {frame.script !== null && <script src={frame.script} defer />}
        {data !== null && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inScript(data) }} />}
      </head>
      <body data-section={section} class={wide && "is-wide"}>
        <header class="top">
          <a class="skip" href="#content">
            {words.t("page:skip")}
          </a>
          <a class="home" href={frame.home.href} lang={unlessSame(frame.home.lang, words)}>
            {frame.home.label}
          </a>
          <nav aria-label={words.t("page:language")}>
            <ul class="languages">
              {locales.map(({ id, name, dir }) => (
                <li>
                  {id === words.locale.id ? (
                    <span aria-current="true">{name}</span>
                  ) : (
                    <a href={pathIn(id)} lang={id} dir={dir} hreflang={id} rel="alternate">
                      {name}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </nav>
          <p class="note" hidden data-offline="">
            {words.t("page:live.offline")}
          </p>
        </header>
        <p class="status" role="status" data-status="" />
        <main id="content">{children}</main>
        <footer class="bottom">
          <ul class="links" aria-label={words.t("page:footer.label")}>
            <li>
              <a href={frame.home.href}>{words.t("page:allPostings")}</a>
            </li>
            {frame.footerLinks.map(({ label, href }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
          <p>{words.t("page:site")}</p>
        </footer>
      </body>
    </html>
  );
}

interface PreviewProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly description: string | undefined;
  readonly card: NonNullable<DocumentProps["card"]>;
}

/** What a messenger or a social network shows of an address that is passed on. */
function Preview({ frame, title, description = "", card }: PreviewProps) {
  const { words, publicUrl } = frame;
  const [width, height] = PICTURE_SHAPES.landscape;
  const told = {
    "og:type": "website",
    "og:site_name": words.t("page:site"),
    "og:locale": words.locale.intl.replace("-", "_"),
    // Without what a printed code carries: everybody passes on the same address.
    "og:url": `${publicUrl}${card.path}`,
    "og:title": title,
    "og:description": description,
    "og:image": `${publicUrl}${card.picture}`,
    "og:image:width": String(width),
    "og:image:height": String(height),
    "og:image:alt": title,
  };
  return (
    <>
      {Object.entries(told).map(([property, content]) =>
        content ? <meta property={property} content={content} /> : null,
      )}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

/** No text of a posting can end the element it stands in. */
function inScript(data: object): string {
  return JSON.stringify(data)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

/** `lang` only where the text is in another language than the page. */
export function unlessSame(lang: Locale, words: Words): Locale | undefined {
  return lang === words.locale.id ? undefined : lang;
}
