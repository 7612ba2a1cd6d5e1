// Keeping and passing on: calendar, poster, the address itself. Plain links: nothing is asked of anyone until it is touched.
// Called by PostingPage.
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
}

export function Keep({ words, title, address, spoken, posterHref, icsHref }: KeepProps) {
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
      </ul>
      <p class="label">{words.t("page:keep.address")}</p>
      <p class="address">{spoken}</p>
    </section>
  );
}
