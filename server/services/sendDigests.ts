// Sends the weekly mail to whoever has not had this week's. Called by followers/newsletter.
// [N6] A week is claimed before it is sent, by one process alone: a kill in the middle may cost one mail, never send one twice.
// A mail server that does not answer gives the week back: it is tried again at the next look. What it refuses for good is told of in the log, without the address.
import type { Instant } from "../domain/time.ts";
import { addDays, romeDay, romeInstant, weekdayOf } from "../domain/time.ts";
import type { House } from "../house.ts";
import { MailFailure } from "../mail/mailer.ts";
import { digestMail } from "./digestMail.ts";
import { newsletterToken } from "./newsletterToken.ts";
import type { Newsroom } from "./subscribe.ts";

/** Monday morning, Rome. */
const HOUR = "07:00";

/** Days after which an address that never said yes is forgotten. [N3] */
const WAITS = 7;

/** The last Monday morning at or before an instant. */
export function lastIssue(now: Instant): Instant {
  const today = romeDay(now);
  const monday = addDays(today, -weekdayOf(today));
  const issue = romeInstant(monday, HOUR);
  return issue <= now ? issue : romeInstant(addDays(monday, -7), HOUR);
}

/** Number of mails sent. */
export async function sendDigests(room: Newsroom & Pick<House, "log">): Promise<number> {
  const { mailer, store, clock, log, config } = room;
  const now = clock.now();
  await store.public.removeUnconfirmed(romeInstant(addDays(romeDay(now), -WAITS)));
  if (mailer === null) return 0;
  const issue = lastIssue(now);
  let sent = 0;
  for (const subscriber of await store.public.subscribers()) {
    const { confirmedAt, toldUntil, id } = subscriber;
    if (confirmedAt === null || toldUntil >= issue) continue;
    if (!(await store.public.tellSubscriber(id, toldUntil, now))) continue;
    const mail = digestMail(room, subscriber, newsletterToken(config, subscriber), now);
    if (mail === null) continue;
    try {
      await mailer.send(mail);
      sent += 1;
    } catch (error) {
      if (!(error instanceof MailFailure) || !error.lasting) {
        await store.public.tellSubscriber(id, now, toldUntil);
        throw error;
      }
      log.warn("a weekly mail was refused");
    }
  }
  return sent;
}
