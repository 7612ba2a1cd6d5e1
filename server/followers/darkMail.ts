// Mails an office that one of its screens has been dark for five minutes of opening hours. Called by app.ts; goes by the log's display.dark.
// [DM1] Once: whoever moves the cursor over the event sends it, so that several processes send one mail. What the mail server does not take now is
// tried again for as long as the screen is dark; what it never will take is left. [DM2] Nothing is mailed in the demonstration: its offices are real ones.
import type { LogEvent } from "../domain/event.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import type { House } from "../house.ts";
import { type Mail, MailFailure } from "../mail/mailer.ts";

const FOLLOWER = "darkMail";
const AGAIN_AFTER = 60_000;

export interface DarkMail {
  /** Resolves when what the log has now is sent or waits for the mail server. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export async function mailDark(house: House, againAfter = AGAIN_AFTER): Promise<DarkMail> {
  const { store, mirror, mailer, log } = house;
  if (mailer === null) return { settle: async () => {}, stop: async () => {} };
  // A board that gets its mail server today does not tell of last year's dark screens.
  await store.side.moveCursor(FOLLOWER, 0, mirror.revision);
  let waiting: { readonly mail: Mail; readonly display: string }[] = [];
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  async function look(): Promise<void> {
    for (;;) {
      const since = await store.cursor(FOLLOWER);
      const events = await store.events(since, 500);
      const last = events.at(-1);
      if (last === undefined) break;
      if (!(await store.side.moveCursor(FOLLOWER, since, last.revision))) continue;
      if (house.demonstration()) continue;
      for (const event of events) {
        const mail = event.verb === "display.dark" ? mailOf(house, event) : null;
        if (mail !== null) waiting.push({ mail, display: event.subject });
      }
    }
    await send();
  }

  async function send(): Promise<void> {
    const now = waiting;
    waiting = [];
    for (const one of now) {
      const isDark = house.roll.seen(one.display)?.darkSince != null;
      if (stopped || !isDark || house.demonstration()) continue;
      try {
        await mailer?.send(one.mail);
      } catch (thrown) {
        log.warn({ err: thrown, display: one.display }, "a dark screen could not be mailed");
        if (!(thrown instanceof MailFailure && thrown.lasting)) waiting.push(one);
      }
    }
  }

  const soon = (work: () => Promise<void>) => {
    running = running
      .then(() => (stopped ? undefined : work()))
      .catch((error: unknown) => log.warn({ err: error }, "dark screens could not be looked up"));
    return running;
  };
  mirror.onChange(() => void soon(look));
  const timer = setInterval(() => waiting.length > 0 && void soon(send), againAfter);
  timer.unref();
  return {
    settle: () => soon(look),
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Null where the office has no mailbox. */
function mailOf({ mirror, words, config }: House, { subject, at, facts }: LogEvent): Mail | null {
  const office = mirror.office(String(facts.office));
  if (office === null || office.email === null) return null;
  // The staff's language.
  const { t, locale } = words(SOURCE_LOCALE);
  const causes = Array.isArray(facts.causes) ? facts.causes : [];
  const values = {
    name: String(facts.name),
    office: office.name,
    state: t(`displays:state.${String(facts.state)}`),
    causes: causes.map((cause) => t(`displays:cause.${String(cause)}`)).join("; "),
    when: new Intl.DateTimeFormat(locale.intl, {
      dateStyle: "long",
      timeStyle: "short",
      timeZone: "Europe/Rome",
    }).format(at),
    display: subject,
    address: `${config.publicUrl}/admin/displays`,
  };
  return {
    to: office.email,
    subject: t("displays:mail.subject", values),
    text: t("displays:mail.text", values),
    html: null,
    headers: {},
  };
}
