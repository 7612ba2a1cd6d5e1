// The weekly mail through a real SMTP server: asked for, confirmed, sent on Monday in the reader's language, left with one click, forgotten.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { romeInstant } from "../../server/domain/time.ts";
import { lastIssue, sendDigests } from "../../server/services/sendDigests.ts";
import { aContent } from "../builders.ts";
import { type Letter, type MailServer, startMailServer } from "../mail/mailServer.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

/** A Wednesday, and the Monday after. */
const WEDNESDAY = romeInstant("2026-11-18", "10:00");
const MONDAY = romeInstant("2026-11-23", "07:05");
const HOSTILE = "Cuoco\u2028</p><script>alert(1)</script> & <img src=x onerror=alert(1)>";

let mail: MailServer;
let house: RunningHouse;
let now = WEDNESDAY;
beforeAll(async () => {
  mail = await startMailServer();
  house = await startHouse({
    demo: true,
    clock: { now: () => now },
    env: { SMTP_URL: mail.url, SMTP_FROM: "Bacheca <bacheca@example.org>", TRUST_PROXY: "1" },
  });
}, 60_000);
afterAll(() => mail.stop());
let visitor = 0;
beforeEach(() => {
  now = WEDNESDAY;
  mail.letters.length = 0;
  mail.refuseWith = null;
  visitor += 1;
});

const ask = (lang: string, fields: Record<string, string | string[]>, headers: Record<string, string> = {}) => {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value);
  return fetch(`${house.base}/${lang}/info/channels`, {
    method: "POST",
    body,
    // Each test is another visitor, or the limits of one would be those of the next.
    headers: { "x-forwarded-for": `192.0.2.${visitor}`, ...headers },
  });
};
/** A letter's text as its reader sees it. */
function read({ raw }: Letter): string {
  const [, body = ""] = /Content-Type: text\/plain[^\n]*\n(?:[\w-]+:[^\n]*\n)*\r?\n([\s\S]*?)\r?\n--/.exec(raw) ?? [];
  const encoded = /text\/plain[\s\S]{0,120}?base64/i.test(raw)
    ? Buffer.from(body, "base64")
    : Buffer.from(
        body
          .replace(/=\r?\n/g, "")
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1",
      );
  return encoded.toString("utf8").replace(/\r\n/g, "\n");
}
const linkIn = (letter: Letter | undefined): string => {
  const found = /(http:\/\/localhost:\d+)(\/\w+\/mail\/[\w-]+)/.exec(read(letter as Letter));
  return `${house.base}${found?.[2]}`;
};
async function subscribe(address: string, lang = "de", fields: Record<string, string | string[]> = {}) {
  expect((await ask(lang, { address, channel: ["jobs", "events", "news"], ...fields })).status).toBe(200);
  const link = linkIn(mail.letters.at(-1));
  expect((await fetch(link, { method: "POST" })).status).toBe(200);
  return link;
}
const leaveAll = async () => {
  for (const { id } of await house.store.public.subscribers()) await house.store.public.removeSubscriber(id);
};

it("is off until a mail server is configured: the page then offers only feeds, and the form answers as if it were not there", async () => {
  const off = await startHouse();
  const page = await (await fetch(`${off.base}/en/info/channels`)).text();
  expect(page).toContain("/feed/en/all/courses.xml");
  expect(page).not.toContain("<form");
  expect(page).toContain("not available");
  const sent = await fetch(`${off.base}/en/info/channels`, {
    method: "POST",
    body: new URLSearchParams({ address: "a@example.org", channel: "jobs" }),
  });
  expect(sent.status).toBe(404);
});

it("[N1] opening the first mail's link confirms nothing; saying yes there does; and the mail says who asked for what", async () => {
  expect((await ask("fr", { address: "anna@example.org", channel: ["courses", "news"], office: "lecce" })).status).toBe(
    200,
  );
  const [letter] = mail.letters;
  expect(letter?.to).toEqual(["anna@example.org"]);
  const text = read(letter as Letter);
  expect(text).toContain("Formations et stages et Informations");
  expect(text).toContain(house.house.mirror.office("lecce")?.name);
  const link = linkIn(letter);
  const opened = await fetch(link);
  expect(opened.headers.get("cache-control")).toBe("no-store");
  expect(await opened.text()).toContain('method="post"');
  expect((await house.store.public.subscribers())[0]?.confirmedAt).toBeNull();
  expect((await fetch(link, { method: "POST", headers: { "sec-fetch-site": "cross-site" } })).status).toBe(404);
  const yes = await fetch(link, { method: "POST" });
  expect(await yes.text()).toContain("Confirmé");
  expect(yes.headers.get("set-cookie")).toBeNull();
  expect(await house.store.public.subscribers()).toMatchObject([
    {
      address: "anna@example.org",
      locale: "fr",
      channels: ["courses", "news"],
      office: "lecce",
      confirmedAt: WEDNESDAY,
    },
  ]);
  await leaveAll();
});

it("on Monday, once, in the reader's language, with what is new since; nothing new, no mail [N4]", async () => {
  await subscribe("berta@example.org");
  mail.letters.length = 0;
  expect(await sendDigests(house.house), "not before Monday").toBe(0);
  const draft = await house.staff("POST", "/postings", { owner: "lecce", content: aContent(HOSTILE) });
  const { code, revision } = draft.body.posting;
  now = WEDNESDAY + 60_000;
  await house.staff("POST", `/postings/${code}/publish`, { expected: revision });
  now = MONDAY;
  expect(
    await Promise.all([sendDigests(house.house), sendDigests(house.house)]),
    "two processes, one mail [N6]",
  ).toEqual(expect.arrayContaining([0, 1]));
  expect(mail.letters).toHaveLength(1);
  const [letter] = mail.letters as [Letter];
  const text = read(letter);
  expect(text).toContain("== Stellenangebote ==");
  expect(text).toContain(`/o/${code}/de`);
  expect(text).toContain("auf Italienisch");
  expect(text, "only what is new: the demonstration was there before").not.toContain("== Veranstaltungen ==");
  expect(letter.raw).toMatch(/^List-Unsubscribe:\s+<http.*\/de\/mail\/[\w-]+\/leave>/m);
  expect(letter.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
  const html = letter.raw.slice(letter.raw.indexOf("text/html")).replace(/=\r?\n/g, "");
  expect(html, "markup of a posting is words in a mail").not.toMatch(/<script|<img/);
  expect(html, "no picture, no counted link").not.toMatch(/src=3D"|utm_|href=3D"[^"]*\?/);
  expect(await sendDigests(house.house)).toBe(0);
  now = MONDAY + 7 * 86_400_000;
  expect(await sendDigests(house.house), "a week without news").toBe(0);
  await leaveAll();
});

it("[N5][N3] one click in the reader's own programme leaves: the address is gone, and the link says so", async () => {
  const link = await subscribe("carla@example.org", "en");
  const clicked = await fetch(`${link}/leave`, {
    method: "POST",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    headers: { "sec-fetch-site": "cross-site" },
  });
  expect(clicked.status).toBe(200);
  expect(await clicked.text()).toContain("deleted");
  expect(await house.store.public.subscribers()).toEqual([]);
  expect((await fetch(link)).status).toBe(410);
  expect((await fetch(`${link}/leave`, { method: "POST" })).status, "twice is the same").toBe(200);
});

it("opening the way out leaves nobody: only its button does", async () => {
  const link = await subscribe("dora@example.org", "it");
  expect(await (await fetch(`${link}/leave`)).text()).toContain(`action="${new URL(link).pathname}/leave"`);
  expect(await house.store.public.subscribers()).toHaveLength(1);
  await leaveAll();
});

it("[N2] asking again changes the choice and shows nobody that the address is known; one mail a week, not two", async () => {
  await subscribe("emma@example.org", "it", { channel: "jobs" });
  const again = await ask("it", { address: "emma@example.org", channel: "events" });
  const stranger = await ask("it", { address: "fresca@example.org", channel: "events" });
  expect((await again.text()).replaceAll("emma", "x")).toBe((await stranger.text()).replaceAll("fresca", "x"));
  const newest = mail.letters.filter(({ to }) => to[0] === "emma@example.org").at(-1);
  await fetch(linkIn(newest), { method: "POST" });
  const emma = (await house.store.public.subscribers()).filter(({ address }) => address === "emma@example.org");
  expect(emma).toHaveLength(1);
  await leaveAll();
});

it("an address that never says yes is forgotten after a week [N3]", async () => {
  await ask("it", { address: "gina@example.org", channel: "jobs" });
  now = WEDNESDAY + 9 * 86_400_000;
  await sendDigests(house.house);
  expect(await house.store.public.subscribers()).toEqual([]);
});

describe("when mail does not go", () => {
  it("the form says so, keeps what was written, and stores nothing", async () => {
    mail.refuseWith = 451;
    const answer = await ask("en", { address: "hanna@example.org", channel: ["jobs"] });
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("300");
    const page = await answer.text();
    expect(page).toContain('value="hanna@example.org"');
    expect(page).toContain('role="alert"');
    expect(await house.store.public.subscribers()).toEqual([]);
  });

  it("the week is given back and told at the next look [N6]", async () => {
    await subscribe("ida@example.org", "it", { channel: "deadlines" });
    mail.letters.length = 0;
    now = MONDAY;
    mail.refuseWith = 451;
    await expect(sendDigests(house.house)).rejects.toMatchObject({ lasting: false });
    mail.refuseWith = null;
    await sleep(10);
    await sendDigests(house.house);
    expect(mail.letters.length).toBeLessThanOrEqual(1);
    const [{ toldUntil } = { toldUntil: 0 }] = await house.store.public.subscribers();
    expect(toldUntil).toBe(MONDAY);
    await leaveAll();
  });
});

it.each([
  [{ address: "no address", channel: "jobs" }, 400],
  [{ address: "a@b.it\r\nBcc: c@d.it", channel: "jobs" }, 400],
  [{ address: "a@b.it, c@d.it", channel: "jobs" }, 400],
  [{ address: `${"x".repeat(260)}@b.it`, channel: "jobs" }, 400],
  [{ address: "a@example.org" }, 400],
  [{ address: "a@example.org", channel: "everything" }, 400],
  [{ address: "a@example.org", channel: "jobs", office: "atlantide" }, 400],
] as [Record<string, string>, number][])(
  "%o is refused in words, escaped, and nothing is sent",
  async (fields, status) => {
    const answer = await ask("de", fields);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain('role="alert"');
    expect(mail.letters).toEqual([]);
  },
);

it("[N7] one visitor, and one address from anywhere, is bounded; other sites cannot send the form", async () => {
  expect(
    (await ask("it", { address: "k@example.org", channel: "jobs" }, { "sec-fetch-site": "cross-site" })).status,
  ).toBe(403);
  const statuses: number[] = [];
  for (let n = 0; n < 6; n += 1)
    statuses.push((await ask("it", { address: `l${n}@example.org`, channel: "jobs" })).status);
  expect(statuses).toContain(429);
  const flooded: Response[] = [];
  for (let n = 0; n < 4; n += 1)
    flooded.push(
      await ask("it", { address: "victim@example.org", channel: "jobs" }, { "x-forwarded-for": `198.51.100.${n}` }),
    );
  expect(flooded.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  expect(await flooded[3]?.text()).toContain("domani");
  await leaveAll();
});

it("the week ends on Monday at seven in Rome, summer and winter", () => {
  expect(lastIssue(romeInstant("2026-11-23", "07:00"))).toBe(romeInstant("2026-11-23", "07:00"));
  expect(lastIssue(romeInstant("2026-11-23", "06:59"))).toBe(romeInstant("2026-11-16", "07:00"));
  expect(lastIssue(romeInstant("2026-03-30", "09:00"))).toBe(romeInstant("2026-03-30", "07:00"));
});

it("staff see whether it is on, never who reads it, and no number below five", async () => {
  await subscribe("m@example.org", "it");
  const answer = await house.staff<Record<string, unknown>>("GET", "/newsletter");
  expect(answer.body).toMatchObject({ on: true, readers: null });
  await leaveAll();
});

it("[C1] channels are feeds in every language, of all and of an office", async () => {
  for (const path of [
    "/feed/it/all/jobs.xml",
    "/feed/de/lecce/targeted.json",
    "/feed/fr/all/deadlines.xml",
    "/feed/en/all/news.json",
  ]) {
    const answer = await fetch(house.base + path);
    expect(answer.status, path).toBe(200);
    expect((await answer.text()).length).toBeGreaterThan(200);
  }
});
