// Many postings at once over the real routes: each told as it is done, rights asked for each, unfinished edits left alone; saved searches; an event's roles. (people 29)
import { beforeAll, expect, it } from "vitest";
import type { BulkBody, BulkLine } from "../../server/domain/bulkContract.ts";
import type { PostingsAnswer } from "../../server/domain/httpContract.ts";
import { addDays, romeDay } from "../../server/domain/time.ts";
import type { User } from "../../server/domain/user.ts";
import { createPosting } from "../../server/services/createPosting.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { saveWorking } from "../../server/services/saveWorking.ts";
import { startSession } from "../../server/services/startSession.ts";
import { aContent, anOffice, chief } from "../builders.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
const cookies = new Map<string, string>();
const DAY = addDays(romeDay(Date.now()), 20);

beforeAll(async () => {
  house = await startHouse({ demo: false });
  const head: User = { ...chief, login: "capo" };
  const publisher: User = { ...chief, login: "anna", grants: [{ role: "publisher", on: "lecce" }] };
  await house.store.write("test", Date.now(), async (tx) => {
    for (const id of ["lecce", "gallipoli"]) await tx.putOwner(anOffice(id));
    for (const user of [head, publisher]) await tx.putAccount({ user, passwordHash: null });
  });
  await house.house.mirror.catchUp();
  for (const user of [head, publisher])
    cookies.set(user.login, `bacheca=${(await startSession(house.house, user, null)).token}`);
});

async function open(owner: string, title: string) {
  const content = aContent(title, { window: { opens: null, closes: { day: DAY, time: null } } });
  const { code, revision } = await createPosting(house.house, chief, owner, content);
  return publishPosting(house.house, chief, code, revision);
}
const now = (code: string) => {
  const posting = house.house.mirror.entry(code)?.posting;
  if (posting === undefined) throw new Error(`no ${code}`);
  return posting;
};
async function bulk(login: string, codes: readonly string[], action: BulkBody["action"]): Promise<BulkLine[]> {
  const items = codes.map((code) => ({ code, expected: now(code).revision }));
  const answer = await fetch(`${house.base}/api/v1/postings/bulk`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-requested-with": "bacheca",
      "accept-language": "it",
      cookie: cookies.get(login) ?? "",
    },
    body: JSON.stringify({ items, action }),
  });
  expect(answer.status).toBe(200);
  const lines = (await answer.text()).trim().split("\n");
  return lines.map((line) => JSON.parse(line) as BulkLine);
}

it("closes many with one reason, and takes all of it back (people 29)", async () => {
  const codes: string[] = [];
  for (let at = 0; at < 12; at += 1) codes.push((await open("lecce", `Barista ${at}`)).code);
  const closed = await bulk("anna", codes, { does: "close", reason: "withdrawn" });
  expect(closed.map(({ code }) => code)).toEqual(codes);
  expect(codes.map((code) => now(code).closed?.reason)).toEqual(codes.map(() => "withdrawn"));
  expect(closed.every(({ code, revision }) => revision === now(code).revision)).toBe(true);
  await bulk("anna", codes, { does: "reopen" });
  expect(codes.every((code) => now(code).state === "open")).toBe(true);
});

it("[P7] renews, shares and pins at once, but leaves unfinished edits and other people's postings alone, and says why", async () => {
  const [mine, edited, theirs] = [
    await open("lecce", "Cuoco"),
    await open("lecce", "Pizzaiolo"),
    await open("gallipoli", "Cameriere"),
  ];
  const working = { ...aContent("Pizzaiolo esperto"), window: { opens: null, closes: { day: DAY, time: null } } };
  await saveWorking(house.house, chief, edited.code, edited.revision, working);
  const codes = [mine.code, edited.code, theirs.code];
  const later = addDays(DAY, 10);
  const lines = await bulk("anna", codes, { does: "renew", until: later });
  expect(lines.map(({ revision }) => revision !== null)).toEqual([true, false, false]);
  expect(lines[1]?.sentence).toContain("modifiche non ancora pubblicate");
  expect(lines[2]?.sentence).toMatch(/permess|diritt|ruolo|accesso/i);
  expect(now(mine.code).published?.content.window.closes?.day).toBe(later);
  expect(now(edited.code).published?.content.window.closes?.day).toBe(DAY);
  expect(now(edited.code).working?.title.written.text).toBe("Pizzaiolo esperto");
  expect(now(theirs.code).published?.content.window.closes?.day).toBe(DAY);
  await bulk("anna", [mine.code], { does: "share", share: "province" });
  await bulk("anna", [mine.code], { does: "pin", pinned: true });
  expect(now(mine.code).published?.content).toMatchObject({ share: "province", pinned: true });
});

it("goes on when the page is closed", async () => {
  const codes: string[] = [];
  for (let at = 0; at < 12; at += 1) codes.push((await open("lecce", `Operaio ${at}`)).code);
  const stop = new AbortController();
  const items = codes.map((code) => ({ code, expected: now(code).revision }));
  const answer = await fetch(`${house.base}/api/v1/postings/bulk`, {
    method: "POST",
    signal: stop.signal,
    headers: { "content-type": "application/json", "x-requested-with": "bacheca", cookie: cookies.get("capo") ?? "" },
    body: JSON.stringify({ items, action: { does: "close", reason: "filled" } }),
  });
  await answer.body?.getReader().read();
  stop.abort();
  await expect.poll(() => codes.every((code) => now(code).state === "closed"), { timeout: 60_000 }).toBe(true);
}, 120_000);

it("keeps searches under a name, each person their own", async () => {
  const filters = [{ name: "Aperti a Lecce", query: "?state=open&owner=lecce" }];
  expect((await house.staff("PUT", "/filters", { filters })).status).toBe(200);
  expect((await house.staff("GET", "/filters")).body).toEqual({ filters });
  const other = await fetch(`${house.base}/api/v1/filters`, { headers: { cookie: cookies.get("anna") ?? "" } });
  expect(await other.json()).toEqual({ filters: [] });
});

it("finds the jobs offered at an event by their parent, and exports only what was chosen", async () => {
  const event = await open("lecce", "Giornata del lavoro");
  const content = aContent("Receptionist", { parent: event.code });
  const role = await createPosting(house.house, chief, "lecce", content);
  const { body } = await house.staff<PostingsAnswer>("GET", `/postings?parent=${event.code}`);
  expect(body.postings.map(({ code }) => code)).toEqual([role.code]);
  const file = await fetch(`${house.base}/api/v1/exports?format=json&codes=${event.code}`, {
    headers: { cookie: cookies.get("capo") ?? "" },
  });
  expect(((await file.json()) as { title: string }[]).map(({ title }) => title)).toEqual(["Giornata del lavoro"]);
});
