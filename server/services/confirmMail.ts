// The first mail of the newsletter: who asked for what, one link to say yes, and that silence is enough to say no. Called by subscribe.
import { renderConfirmMail } from "../../templates/mail/confirmMail.tsx";
import { mailPath } from "../../templates/page/sitePath.ts";
import { isChannel } from "../domain/channel.ts";
import type { Subscriber } from "../domain/subscriber.ts";
import type { Mail } from "../mail/mailer.ts";
import type { Newsroom } from "./subscribe.ts";

export function confirmMail({ words, config, mirror }: Newsroom, subscriber: Subscriber, token: string): Mail {
  const office = subscriber.office === null ? null : (mirror.office(subscriber.office)?.name ?? null);
  const letter = renderConfirmMail({
    words: words(subscriber.locale),
    address: config.publicUrl + mailPath(subscriber.locale, token),
    site: config.publicUrl,
    office,
    channels: subscriber.channels.filter(isChannel),
  });
  return { to: subscriber.address, ...letter, headers: {} };
}
