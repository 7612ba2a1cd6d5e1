// The mail server as the desk is told of it: when it last took a mail, and whether it refuses them now. Called by app.ts.
import type { MailState } from "../domain/sourceContract.ts";
import type { Instant } from "../domain/time.ts";
import type { Mailer } from "./mailer.ts";
import { MailFailure } from "./mailer.ts";

export function watchMailer(mailer: Mailer, now: () => Instant): { readonly mailer: Mailer; state(): MailState } {
  let state: MailState = { sentAt: null, failedAt: null };
  return {
    mailer: {
      async send(mail) {
        try {
          await mailer.send(mail);
          state = { sentAt: now(), failedAt: null };
        } catch (error) {
          // A mailbox that is no more is not the server's fault.
          if (!(error instanceof MailFailure && error.lasting)) state = { ...state, failedAt: now() };
          throw error;
        }
      },
      close: () => mailer.close(),
    },
    state: () => state,
  };
}
