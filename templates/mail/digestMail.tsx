// The weekly mail: what is new in each channel, one posting after another as the board says it, and the way out. Called by services/digestMail.

import { pagePath } from "../../server/domain/address.ts";
import type { Channel } from "../../server/domain/channel.ts";
import type { Office } from "../../server/domain/owner.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import { romeDay } from "../../server/domain/time.ts";
import { boardPath } from "../page/boardPath.ts";
import { cardFacts } from "../parts/cardFacts.ts";
import { formatsOf } from "../parts/formats.ts";
import { titleOf } from "../parts/line.ts";
import { demonstrationWord, equalTreatmentLine, markWords, reservedLine } from "../parts/noticeWords.ts";
import type { Words } from "../parts/words.ts";
import type { Letter } from "./letter.tsx";
import { oneLine, renderLetter } from "./letter.tsx";

export interface DigestMailInput {
  readonly words: Words;
  readonly publicUrl: string;
  /** Whose board; null: all. */
  readonly office: Office | null;
  /** Each with something to tell. */
  readonly channels: readonly { readonly channel: Channel; readonly postings: readonly PublicPosting[] }[];
  readonly leave: string;
  readonly now: Instant;
}

/** Of each channel; the rest stands on the board. */
const MOST = 25;

interface Told {
  readonly title: string;
  readonly lang: string | undefined;
  readonly href: string;
  /** Plain lines: whom it is reserved to, where, until when. */
  readonly lines: readonly string[];
}

export function renderDigestMail(input: DigestMailInput): Letter {
  const { words, publicUrl, office, channels, leave, now } = input;
  const { t } = words;
  const day = formatsOf(words.locale).day(romeDay(now), { year: true });
  const subject = oneLine(t("mail:digest.subject", { day }));
  const board = publicUrl + boardPath(words.locale.id, office?.id ?? null);
  const lead = t("mail:digest.about", { board: office?.name ?? t("mail:everywhere") });
  const parts = channels.map(({ channel, postings }) => ({
    name: t(`mail:channel.${channel}.name`),
    told: postings.slice(0, MOST).map((posting) => toldOf(posting, words, publicUrl, now)),
    more: Math.max(0, postings.length - MOST),
  }));
  const text = [
    lead,
    ...parts.map(({ name, told, more }) =>
      [
        `== ${name} ==`,
        ...told.map(({ title, lines, href }) => [title, ...lines, href].join("\n")),
        ...(more === 0 ? [] : [`${t("mail:digest.more", { count: more })}: ${board}`]),
      ].join("\n\n"),
    ),
    equalTreatmentLine(words),
    `${t("mail:digest.leave")}:\n${leave}`,
  ].join("\n\n");
  const html = renderLetter(
    words,
    subject,
    <>
      <h1>{subject}</h1>
      <p>{lead}</p>
      {parts.map(({ name, told, more }) => (
        <>
          <h2>{name}</h2>
          <ul>
            {told.map(({ title, lang, href, lines }) => (
              <li>
                <a href={href} lang={lang}>
                  {title}
                </a>
                {lines.map((line) => (
                  <>
                    <br />
                    {line}
                  </>
                ))}
              </li>
            ))}
          </ul>
          {more > 0 && (
            <p>
              <a href={board}>{t("mail:digest.more", { count: more })}</a>
            </p>
          )}
        </>
      ))}
      <p class="quiet">{equalTreatmentLine(words)}</p>
      <p class="quiet">
        <a href={leave}>{t("mail:digest.leave")}</a>
      </p>
    </>,
  );
  return { subject, text, html };
}

function toldOf(posting: PublicPosting, words: Words, publicUrl: string, now: Instant): Told {
  const title = titleOf(posting, words.locale.id);
  const mark = markWords(title, words);
  const reserved = reservedLine(posting, words);
  const demonstration = demonstrationWord(posting, words);
  const facts = cardFacts(posting, words, now).filter(({ stated }) => stated);
  return {
    title: oneLine(title.text),
    lang: title.lang === words.locale.id ? undefined : title.lang,
    href: publicUrl + pagePath(posting.code, words.locale.id),
    lines: [
      ...(demonstration === null ? [] : [demonstration]),
      ...(mark === null ? [] : [mark]),
      ...(reserved === null ? [] : [`${reserved.article}: ${reserved.whom}`]),
      ...facts.map(({ label, lines }) => `${label}: ${lines.map((line) => oneLine(line.text)).join(", ")}`),
    ],
  };
}
