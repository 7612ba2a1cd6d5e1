// What of the board can be followed: each channel as a feed, and all of them by one mail a week where the house can send mail.
// Called by server/http for /{lang}/info/channels, and by the newsletter with what was wrong or a word that it was sent.
import type { Channel } from "../../server/domain/channel.ts";
import { CHANNELS } from "../../server/domain/channel.ts";
import type { Office } from "../../server/domain/owner.ts";
import type { Words } from "../parts/words.ts";
import type { PageFrame } from "./Document.tsx";
import { renderDocument } from "./Document.tsx";
import { feedPath } from "./feedPath.ts";
import { infoPath } from "./sitePath.ts";

export interface ChannelsPageInput extends PageFrame {
  readonly offices: readonly Office[];
  /** Whether the house can send mail at all. */
  readonly mail: boolean;
  /** What was sent and refused, so that nobody writes twice; null: nothing yet. */
  readonly refused: {
    readonly address: string;
    readonly channels: readonly Channel[];
    readonly office: string | null;
    readonly sentence: string;
  } | null;
  /** The first mail is on its way. */
  readonly sent: boolean;
}

export function renderChannelsPage(input: ChannelsPageInput): string {
  const { words, mail, sent } = input;
  const { t } = words;
  const title = t("mail:page.title");
  const pathIn = (locale: string) => infoPath(locale, "channels");
  return renderDocument({
    frame: input,
    title,
    pathIn,
    indexed: { pathIn, anyPath: pathIn("it") },
    feeds: CHANNELS.map((channel) => ({
      type: "application/atom+xml",
      href: feedPath(words.locale.id, null, channel, "xml"),
    })),
    children: (
      <>
        <h1>{title}</h1>
        {sent ? (
          <div class="note is-strong" role="status">
            <p class="verdict">{t("mail:page.sent")}</p>
            <p>{t("mail:page.sentAbout")}</p>
          </div>
        ) : (
          <p>{t("mail:page.about")}</p>
        )}
        {!sent && (
          <section aria-labelledby="mail">
            <h2 id="mail">{t("mail:page.mail")}</h2>
            {mail ? (
              <>
                <p>{t("mail:page.mailAbout")}</p>
                <SubscribeForm {...input} />
              </>
            ) : (
              <p>{t("mail:page.mailOff")}</p>
            )}
          </section>
        )}
        <Feeds words={words} />
      </>
    ),
  });
}

function SubscribeForm({ words, offices, refused }: ChannelsPageInput) {
  const { t } = words;
  return (
    <form class="report" method="post" action={infoPath(words.locale.id, "channels")}>
      {refused !== null && (
        <p class="note is-strong" role="alert" id="refused">
          {refused.sentence}
        </p>
      )}
      <fieldset class="topics">
        <legend>{t("mail:page.topics")}</legend>
        {CHANNELS.map((channel) => (
          <label class="topic">
            <input
              type="checkbox"
              name="channel"
              value={channel}
              checked={refused?.channels.includes(channel) ?? false}
            />
            <span>
              <b>{t(`mail:channel.${channel}.name`)}</b>
              <span class="topic-about">{t(`mail:channel.${channel}.about`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="quiet">{t("mail:page.targetedNote")}</p>
      <div class="field">
        <label for="office">{t("mail:page.office")}</label>
        <select id="office" name="office">
          <option value="">{t("mail:page.all")}</option>
          {offices.map(({ id, name }) => (
            <option value={id} lang="it" selected={refused?.office === id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="address">{t("mail:page.address")}</label>
        <input
          id="address"
          name="address"
          type="email"
          autocomplete="email"
          required
          maxLength={254}
          value={refused?.address ?? ""}
          aria-describedby={refused === null ? undefined : "refused"}
        />
      </div>
      <button class="button" type="submit">
        {t("mail:page.send")}
      </button>
    </form>
  );
}

function Feeds({ words }: { words: Words }) {
  const { t } = words;
  return (
    <section aria-labelledby="feeds">
      <h2 id="feeds">{t("mail:page.feeds")}</h2>
      <p>{t("mail:page.feedsAbout")}</p>
      <ul class="channels-list">
        {CHANNELS.map((channel) => (
          <li>
            <h3 id={`channel-${channel}`}>{t(`mail:channel.${channel}.name`)}</h3>
            <p class="quiet">{t(`mail:channel.${channel}.about`)}</p>
            <p>
              {(["xml", "json"] as const).map((format) => (
                <a
                  class="feed-link"
                  href={feedPath(words.locale.id, null, channel, format)}
                  aria-describedby={`channel-${channel}`}
                >
                  {format === "xml" ? "Atom" : "JSON Feed"}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
