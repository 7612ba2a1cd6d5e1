// Keeping and passing on: calendar, poster, the address itself. Plain links: nothing is asked of anyone until it is touched.
// Called by PostingPage.
import type { Code } from "../../server/domain/code.ts";
import type { Words } from "../parts/words.ts";

export interface KeepProps {
  readonly words: Words;
  /** Title in the reader's language. */
  readonly title: string;
  /** The lasting address of this page, in the reader's language. */
  readonly address: string;
  /** As people type it. */
  readonly spoken: string;
  readonly posterHref: string | null;
  readonly icsHref: string | null;
  readonly code: Code;
}

export function Keep({ words, title, address, spoken, posterHref, icsHref, code }: KeepProps) {
  const message = `${title}\n${address}`;
  const links = [
    ...(icsHref === null ? [] : [{ key: "calendar", href: icsHref }]),
    ...(posterHref === null ? [] : [{ key: "poster", href: posterHref }]),
    { key: "whatsapp", href: `https://wa.me/?text=${encodeURIComponent(message)}` },
    { key: "email", href: `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(message)}` },
  ];
  return (
    <section class="keep" aria-labelledby="keep">
      <h2 id="keep">{words.t("page:keep.heading")}</h2>
      <ul class="choices">
        {links.map(({ key, href }) => (
          <li>
            <a class="choice" href={href} rel={href.startsWith("/") ? undefined : "nofollow noreferrer"}>
              {words.t(`page:keep.${key}`)}
            </a>
          </li>
        ))}
        <Scripted words={words} title={title} address={address} code={code} />
      </ul>
      <p class="label">{words.t("page:keep.address")}</p>
      <p class="address">{spoken}</p>
    </section>
  );
}

/** Hidden until a script has made each of them do something. */
function Scripted({ words, title, address, code }: Pick<KeepProps, "words" | "title" | "address" | "code">) {
  const { t } = words;
  return (
    <>
      <li hidden>
        <button
          type="button"
          class="choice"
          hidden
          data-does="save"
          data-code={code}
          data-title={title}
          data-save={t("page:keep.save")}
          data-unsave={t("page:keep.unsave")}
          data-done={t("page:keep.saved")}
          data-undone={t("page:keep.unsaved")}
        >
          {t("page:keep.save")}
        </button>
      </li>
      <li hidden>
        <button type="button" class="choice" hidden data-does="share" data-title={title} data-address={address}>
          {t("page:keep.share")}
        </button>
      </li>
      <li hidden>
        <button
          type="button"
          class="choice"
          hidden
          data-does="copy"
          data-address={address}
          data-done={t("page:keep.copied")}
        >
          {t("page:keep.copy")}
        </button>
      </li>
      <li hidden>
        <button type="button" class="choice" hidden data-does="print">
          {t("page:keep.print")}
        </button>
      </li>
    </>
  );
}
