// Mail over SMTP. [ML1] A failure says whether trying again may help: only a 5xx answer to this very mail lasts.
// Called by app.ts with the configuration; one connection is kept while there is something to send.
import { createTransport } from "nodemailer";
import type { MailConfig } from "../config/mail.ts";
import { type Mailer, MailFailure } from "./mailer.ts";

const PATIENCE = 20_000;

export function createSmtpMailer({ url, from }: MailConfig): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    // Whatever a posting or a name may hold, no file of this machine and no page of the network goes into a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, html, headers }) {
      try {
        await transport.sendMail({
          from,
          // As an object: a comma in an address must not make two of it.
          to: { name: "", address: to },
          subject,
          text,
          ...(html === null ? {} : { html }),
          headers: { "Auto-Submitted": "auto-generated", ...headers },
        });
      } catch (thrown) {
        throw failureOf(thrown);
      }
    },
    close: () => transport.close(),
  };
}

function failureOf(thrown: unknown): MailFailure {
  const { message, responseCode, command } = thrown as { message?: string; responseCode?: number; command?: string };
  // A refused sign-in is 535, and the fault of the configuration: the mail itself is still good.
  const aboutTheMail = command === "RCPT TO" || command === "DATA";
  return new MailFailure(message ?? String(thrown), aboutTheMail && responseCode !== undefined && responseCode >= 500);
}
