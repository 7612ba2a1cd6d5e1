// The mail about a dark screen, by a real mail server: once, to the office, in words; tried again while the screen is dark; never in the demonstration.
import { afterAll, beforeAll, expect, it } from "vitest";
import { USUAL_PROFILE } from "../../server/domain/display.ts";
import { romeInstant } from "../../server/domain/time.ts";
import { mailDark } from "../../server/followers/darkMail.ts";
import { lookOnce, TOLD_AFTER } from "../../server/followers/displayHealth.ts";
import type { House } from "../../server/house.ts";
import { anOffice } from "../builders.ts";
import { aBeat } from "../kiosk/aBeat.ts";
import { type MailServer, startMailServer } from "../mail/mailServer.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

const opening = [{ days: [0, 1, 2, 3, 4], from: "08:30", to: "13:00", byAppointment: false }];
const state = { now: romeInstant("2026-11-24", "09:00") };
let server: MailServer;
let running: RunningHouse;
let house: House;
beforeAll(async () => {
  server = await startMailServer();
  running = await startHouse({
    demo: false,
    clock: { now: () => state.now },
    env: { SMTP_URL: server.url, SMTP_FROM: "Bacheca <bacheca@example.org>" },
  });
  house = running.house;
  await house.store.write("test", state.now, async (tx) => {
    await tx.putOwner(anOffice("lecce", { opening, email: "cpi.lecce@example.org" }));
    await tx.record("owner.saved", "lecce");
    for (const [id, name] of [
      ["d1", "Sala d’attesa"],
      ["d2", "Vetrina"],
    ] as const)
      await tx.displays.putDisplay({
        id,
        office: "lecce",
        name,
        profile: USUAL_PROFILE,
        pairedAt: 0,
        pairedBy: "x",
        revokedAt: null,
        wish: null,
      });
  });
  await house.mirror.catchUp();
  await house.roll.reload();
});
afterAll(() => server.stop());

const pass = async (ms: number) => {
  for (let passed = 0; passed < ms; passed += 20_000) {
    state.now += 20_000;
    await lookOnce(house);
  }
  await house.mirror.catchUp();
};
const letters = async (count: number) =>
  expect.poll(() => server.letters.length, { timeout: 20_000, interval: 50 }).toBe(count);
const still = () => new Promise((resolve) => setTimeout(resolve, 300));

it("[DM1] mails the office once that its screen is dark, with the cause, whatever number of processes look (people 33)", async () => {
  const second = await mailDark(house);
  house.roll.hear("d1", aBeat({ causes: ["unreachable"] }));
  await pass(TOLD_AFTER + 60_000);
  await letters(1);
  await pass(1_200_000);
  await second.settle();
  await still();
  await letters(1);
  const [letter] = server.letters;
  expect(letter?.to).toEqual(["cpi.lecce@example.org"]);
  const words = decode(letter?.raw ?? "");
  expect(words).toContain("Sala d’attesa");
  expect(words).toContain("server non raggiungibile");
  expect(words).toContain(`${house.config.publicUrl}/admin/displays`);
  expect(words).not.toMatch(/\{\{|displays:/);
  await second.stop();
});

it("[DM1] tries again while the screen is dark, and not once it is back", async () => {
  house.roll.hear("d1", aBeat());
  await lookOnce(house);
  server.refuseWith = 451;
  const mine = await mailDark(house, 100);
  house.roll.hear("d2", aBeat());
  await pass(20_000);
  house.roll.hear("d1", aBeat());
  await pass(TOLD_AFTER + 60_000);
  await still();
  await letters(1);
  // Both are live again before the mail server is.
  for (const id of ["d1", "d2"]) house.roll.hear(id, aBeat());
  await lookOnce(house);
  server.refuseWith = null;
  await house.mirror.catchUp();
  await mine.settle();
  await still();
  await mine.stop();
  await letters(1);
  expect(server.letters.filter(({ raw }) => decode(raw).includes("Sala"))).toHaveLength(1);
});

it("[DM2] mails nobody in the demonstration", async () => {
  const before = server.letters.length;
  await house.store.write("test", state.now, (tx) => tx.putSetting("demonstration", "1"));
  await house.mirror.catchUp();
  await expect.poll(() => house.demonstration()).toBe(true);
  for (const id of ["d1", "d2"]) house.roll.hear(id, aBeat());
  await lookOnce(house);
  await pass(TOLD_AFTER + 60_000);
  await still();
  expect(server.letters).toHaveLength(before);
});

/** The words of a letter whose body is quoted-printable or base64. */
function decode(raw: string): string {
  const at = raw.indexOf("\r\n\r\n");
  const body = raw.slice(at + 4);
  if (/^Content-Transfer-Encoding: base64/im.test(raw)) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body.replaceAll("=\r\n", "").replaceAll(/=([\dA-F]{2})/g, (_, hex) => `\\x${hex}`);
  return Buffer.from(
    bytes.replaceAll(/\\x([\dA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
}
