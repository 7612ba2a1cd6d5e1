// Reporting a mistake without a name, without scripts: receipt, queue, limits; nothing of the writer is kept. (people 9)
import { beforeAll, expect, it } from "vitest";
import type { Report } from "../../server/domain/report.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
let code: string;
beforeAll(async () => {
  house = await startHouse();
  code = [...house.house.mirror.entries()].find(({ posting }) => posting.state === "open")?.posting.code ?? "";
});
const send = (lang: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${house.base}/${lang}/info/feedback`, { method: "POST", body: new URLSearchParams(fields), headers });

it("a posting's page leads to the form, which names the posting", async () => {
  const page = await (await fetch(`${house.base}/o/${code}/en`)).text();
  expect(page).toContain(`href="/en/info/feedback?about=${code}"`);
  const form = await (await fetch(`${house.base}/en/info/feedback?about=${code}`)).text();
  expect(form).toContain(`name="about" value="${code}"`);
  expect(form).toContain('method="post"');
});

it("what is written gets a receipt number and stands in the queue, escaped, with nothing of the writer", async () => {
  const message = "Die Telefonnummer ist falsch. <script>alert(1)</script>\u202E";
  const answer = await send("de", { message, about: code });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("set-cookie")).toBe(null);
  const number = /Quittungsnummer: ([0-9A-Z]{8})/.exec(await answer.text())?.[1] ?? "";
  const queue = await house.staff<{ reports: Report[] }>("GET", "/reports");
  const report = queue.body.reports.find((one) => one.number === number);
  expect(report).toMatchObject({
    code,
    locale: "de",
    message: "Die Telefonnummer ist falsch. <script>alert(1)</script>",
    settledAt: null,
  });
  expect(Object.keys(report ?? {}).sort()).toEqual(["at", "code", "locale", "message", "number", "owner", "settledAt"]);
  const settledAt = async () => {
    const { body } = await house.staff<{ reports: Report[] }>("GET", "/reports");
    return body.reports.find((one) => one.number === number)?.settledAt;
  };
  expect((await house.staff("POST", `/reports/${number}/settle`)).status).toBe(204);
  expect(await settledAt()).toBeTypeOf("number");
  expect((await house.staff("POST", `/reports/${number}/settle`, { back: true })).status).toBe(204);
  expect(await settledAt()).toBe(null);
});

it("an empty one is refused in words and keeps what was written; other sites cannot send it; too many are asked to wait", async () => {
  const empty = await send("fr", { message: "   " });
  expect(empty.status).toBe(400);
  expect(await empty.text()).toContain('role="alert"');
  expect((await send("it", { message: "ciao" }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  const answers: number[] = [];
  for (let n = 0; n < 6; n += 1) answers.push((await send("it", { message: "Non si legge" })).status);
  expect(answers).toContain(429);
  const late = await send("it", { message: "Non si legge" });
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
  const told = await late.text();
  expect(told).toMatch(/Riprovare tra \d+ min\./);
  expect(told).toContain("Non si legge");
});
