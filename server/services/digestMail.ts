// The weekly mail of one subscriber: what is new in its channels since the last one, in its language. Called by sendDigests.
// [N4] Nothing new, no mail. [N5] The way out is a link in the mail and a header by which the reader's own programme leaves with one click (RFC 8058).
import { renderDigestMail } from "../../templates/mail/digestMail.tsx";
import { mailPath } from "../../templates/page/sitePath.ts";
import { inOrder, isChannel, runsIn } from "../domain/channel.ts";
import { isLive } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import type { Subscriber } from "../domain/subscriber.ts";
import type { Instant } from "../domain/time.ts";
import type { Mail } from "../mail/mailer.ts";
import type { Newsroom } from "./subscribe.ts";

/** Null where there is nothing to tell. [N4] */
export function digestMail(room: Newsroom, subscriber: Subscriber, token: string, now: Instant): Mail | null {
  const { mirror, words, config } = room;
  const office = subscriber.office === null ? null : mirror.office(subscriber.office);
  const live: PublicPosting[] = [];
  for (const { posting, shown } of mirror.entries())
    if (shown !== null && isLive(posting, now) && (office === null || mirror.hangs(shown, office))) live.push(shown);
  const channels = subscriber.channels.filter(isChannel).map((channel) => {
    const running = live.filter((posting) => runsIn(channel, posting, now));
    // A deadline is news by coming near, anything else by being published.
    const fresh = running.filter((posting) => channel === "deadlines" || posting.publishedAt > subscriber.toldUntil);
    return { channel, postings: inOrder(channel, fresh) };
  });
  if (channels.every(({ postings }) => postings.length === 0)) return null;
  const leave = config.publicUrl + mailPath(subscriber.locale, token);
  const letter = renderDigestMail({
    words: words(subscriber.locale),
    publicUrl: config.publicUrl,
    office,
    channels: channels.filter(({ postings }) => postings.length > 0),
    leave,
    now,
  });
  return {
    to: subscriber.address,
    ...letter,
    headers: { "List-Unsubscribe": `<${leave}/leave>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
  };
}
