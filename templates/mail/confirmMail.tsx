// The mail that asks whether its reader wants the weekly one. Called by services/confirmMail.
import type { Channel } from "../../server/domain/channel.ts";
import { formatsOf } from "../parts/formats.ts";
import type { Words } from "../parts/words.ts";
import type { Letter } from "./letter.tsx";
import { oneLine, renderLetter } from "./letter.tsx";

export interface ConfirmMailInput {
  readonly words: Words;
  /** Where a yes is said. */
  readonly address: string;
  /** The board's own address, as people know it. */
  readonly site: string;
  /** Whose board; null: all. */
  readonly office: string | null;
  readonly channels: readonly Channel[];
}

export function renderConfirmMail({ words, address, site, office, channels }: ConfirmMailInput): Letter {
  const { t } = words;
  const subject = oneLine(t("mail:confirm.subject"));
  const host = new URL(site).host;
  const names = formatsOf(words.locale).list(channels.map((channel) => t(`mail:channel.${channel}.name`)));
  const asked = [`${t("mail:confirm.channels")}: ${names}`, `${t("mail:from")}: ${office ?? t("mail:everywhere")}`];
  const text = [
    t("mail:confirm.about", { host }),
    asked.join("\n"),
    `${t("mail:confirm.yes")}:\n${address}`,
    t("mail:confirm.no"),
    `${t("page:site")}\n${site}`,
  ].join("\n\n");
  const html = renderLetter(
    words,
    subject,
    <>
      <h1>{subject}</h1>
      <p>{t("mail:confirm.about", { host })}</p>
      <ul>
        {asked.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>
        <a href={address}>{t("mail:confirm.yes")}</a>
      </p>
      <p>{t("mail:confirm.no")}</p>
      <p class="quiet">
        {t("page:site")} · <a href={site}>{host}</a>
      </p>
    </>,
  );
  return { subject, text, html };
}
