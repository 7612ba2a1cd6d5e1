// A real SMTP server on a free port that keeps what it is given, or refuses as it is told. Called by the tests of whatever is mailed.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they travelled. */
  readonly raw: string;
}

export interface MailServer {
  /** For SMTP_URL. */
  readonly url: string;
  readonly letters: Letter[];
  /** Answer to the next recipients in place of taking them: 4xx for now, 5xx for good; null: takes all. */
  refuseWith: number | null;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    // A client that keeps its line does not hold up the end of a test.
    closeTimeout: 200,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, done) {
      const code = mail.refuseWith;
      done(code === null ? null : Object.assign(new Error("refused"), { responseCode: code }));
    },
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      text(stream).then((raw) => {
        const from = mailFrom === false ? "" : mailFrom.address;
        letters.push({ from, to: rcptTo.map(({ address }) => address), raw });
        done();
      }, done);
    },
  });
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuseWith: null,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  return mail;
}
