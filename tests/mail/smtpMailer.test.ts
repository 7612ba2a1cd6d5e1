// The mailer against a real SMTP server: what arrives, and what a refusal means.
import { afterEach, beforeEach, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import type { Mail, Mailer } from "../../server/mail/mailer.ts";
import { createSmtpMailer } from "../../server/mail/smtpMailer.ts";
import { type MailServer, startMailServer } from "./mailServer.ts";

const mail: Mail = {
  to: "cpi.lecce@example.org",
  subject: "Schermo spento: «Ingresso», è più tardi",
  text: "Lo schermo non risponde.\n",
  html: null,
  headers: {},
};
let server: MailServer;
let mailer: Mailer;
beforeEach(async () => {
  server = await startMailServer();
  mailer = createSmtpMailer({ url: server.url, from: "Bacheca <bacheca@example.org>" });
});
afterEach(async () => {
  mailer.close();
  await server.stop();
});

it("hands over a mail as it was written, to one address, marked as a machine's", async () => {
  await mailer.send({ ...mail, html: "<p>Lo schermo</p>", headers: { "List-Unsubscribe": "<https://b.example/u>" } });
  const [letter] = server.letters;
  expect([letter?.from, letter?.to]).toEqual(["bacheca@example.org", ["cpi.lecce@example.org"]]);
  expect(letter?.raw).toMatch(/^From: Bacheca <bacheca@example.org>/m);
  expect(letter?.raw).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(letter?.raw).toMatch(/^List-Unsubscribe: <https:\/\/b.example\/u>/m);
  expect(letter?.raw).toContain("Lo schermo non risponde.");
  expect(letter?.raw).toContain("text/html");
});

it("takes no second recipient and no further header out of words", async () => {
  await mailer.send({ ...mail, subject: "a\r\nBcc: evil@example.org", to: "one@example.org" });
  await mailer.send({ ...mail, to: "one@example.org, two@example.org" }).catch(() => undefined);
  expect(
    server.letters.flatMap(({ to }) => to).filter((to) => to.includes("evil") || to === "two@example.org"),
  ).toEqual([]);
  expect(server.letters[0]?.raw).not.toMatch(/^Bcc:/im);
});

it("[ML1] tells what will never be taken from what may be later", async () => {
  server.refuseWith = 550;
  await expect(mailer.send(mail)).rejects.toMatchObject({ name: "MailFailure", lasting: true });
  server.refuseWith = 451;
  await expect(mailer.send(mail)).rejects.toMatchObject({ name: "MailFailure", lasting: false });
  server.refuseWith = null;
  await mailer.send(mail);
  expect(server.letters).toHaveLength(1);
  await server.stop();
  const nobody = createSmtpMailer({ url: server.url, from: "a@example.org" });
  await expect(nobody.send(mail)).rejects.toMatchObject({ lasting: false });
  nobody.close();
});

it("is off until server and sender are both named", () => {
  expect(readConfig({}).mail).toBeNull();
  expect(readConfig({ SMTP_URL: "smtp://mail.example.org:587", SMTP_FROM: "b@example.org" }).mail).toEqual({
    url: "smtp://mail.example.org:587",
    from: "b@example.org",
  });
  expect(() => readConfig({ SMTP_URL: "smtp://mail.example.org" })).toThrow("SMTP_FROM");
  expect(() => readConfig({ SMTP_URL: "https://mail.example.org", SMTP_FROM: "b@example.org" })).toThrow("SMTP_URL");
  expect(() => readConfig({ SMTP_URL: "smtp://mail.example.org", SMTP_FROM: "b@x\r\nBcc: y@z" })).toThrow("SMTP_FROM");
});
