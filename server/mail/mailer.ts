// The port to the body's mail server: what whoever writes a mail needs to know. Made by smtpMailer.ts; held by the house, null where none is configured.
// A mailer does not try again by itself: whoever sends keeps what is still to be sent, and knows when.

export interface Mail {
  /** One address: nobody learns who else was written to. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same words as a page, or null: plain text only. */
  readonly html: string | null;
  /** Further headers, such as List-Unsubscribe. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Mailer {
  /** Resolves once the mail server has taken it. @throws MailFailure */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** The mail server did not take it. */
export class MailFailure extends Error {
  /** True: it never will (no such mailbox, refused for good), trying again is of no use. */
  readonly lasting: boolean;
  constructor(message: string, lasting: boolean) {
    super(message);
    this.name = "MailFailure";
    this.lasting = lasting;
  }
}
