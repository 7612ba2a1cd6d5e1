// What other programs read of the board: JobPosting only where true, feeds, sitemap, robots, calendars; hostile text reaches none of them alive.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { beforeAll, describe, expect, it } from "vitest";
import type { Content } from "../../server/domain/content.ts";
import type { Route } from "../../server/http/route.ts";
import { apiRoutes } from "../../server/http/routes.ts";
import { sitemapRoutes } from "../../server/http/sitemap.ts";
import { aContent } from "../builders.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse();
});
const HOSTILE = `</script><script>alert(1)</script>" onload='x' ]]> & <img src=x onerror=alert(1)>`;
const text = async (path: string) => (await fetch(house.base + path)).text();

async function publish(content: Content): Promise<{ code: string; revision: number }> {
  const draft = await house.staff("POST", "/postings", { owner: "lecce", content });
  const { code, revision } = draft.body.posting;
  const open = await house.staff("POST", `/postings/${code}/publish`, { expected: revision });
  expect(open.status).toBe(200);
  return { code, revision: open.body.posting.revision };
}
const place = { municipality: "Lecce", province: "LE", region: "Puglia", country: "IT", area: null };
const job: NonNullable<Content["job"]> = {
  sector: "tourism",
  contracts: ["seasonal"],
  duration: null,
  schedules: ["partTime"],
  weeklyHours: null,
  hoursNote: null,
  starts: null,
  agreement: null,
  pay: { min: 1200, max: 1400, currency: "EUR", period: "month", gross: true, allowance: false, note: null },
};
const window = { opens: null, closes: { day: "2031-03-31", time: "12:00" } };
const dataOf = (html: string) => {
  const found = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
  return found === undefined ? null : (JSON.parse(found) as Record<string, unknown>);
};

describe("JobPosting", () => {
  it("stands on the page of an open job in an approved language, says only what is stated, and is gone when it closes", async () => {
    const { code, revision } = await publish(aContent("Cameriere", { job, places: [place], window, positions: 3 }));
    const data = dataOf(await text(`/o/${code}/it`));
    expect(data).toMatchObject({
      "@type": "JobPosting",
      title: "Cameriere",
      hiringOrganization: "confidential",
      employmentType: ["PART_TIME", "TEMPORARY"],
      totalJobOpenings: 3,
      validThrough: "2031-03-31T09:59:59.999Z",
      directApply: false,
      baseSalary: { currency: "EUR", value: { minValue: 1200, maxValue: 1400, unitText: "MONTH" } },
    });
    const unreviewed = await text(`/o/${code}/de`);
    expect(dataOf(unreviewed), "a language nobody approved is kept out").toBe(null);
    expect(unreviewed).toContain('content="noindex"');
    const italian = await text(`/o/${code}/it`);
    expect(italian).toContain('hreflang="x-default"');
    expect(italian.match(/<link rel="alternate" hreflang/g)).toHaveLength(2);
    expect(await text("/sitemap.xml")).toContain(`/o/${code}/it`);
    expect(await text("/sitemap.xml")).not.toContain(`/o/${code}/de`);
    await house.staff("POST", `/postings/${code}/close`, { expected: revision, reason: "filled" });
    const closed = await text(`/o/${code}/it`);
    expect(dataOf(closed)).toBe(null);
    expect(closed).toContain('content="noindex"');
    expect(await text("/sitemap.xml")).not.toContain(code);
  });

  it("is not claimed for a notice, a course, a call, or a job without a place", async () => {
    const call = { mode: "ranking" as const, body: "Comune", amendments: [] };
    for (const content of [
      aContent("Avviso", { places: [place] }, "notice"),
      aContent("Corso", { job, places: [place] }, "training"),
      aContent("Bidelli", { job, places: [place], call }, "selection"),
      aContent("Cuoco", { job }),
    ]) {
      const { code } = await publish(content);
      expect(dataOf(await text(`/o/${code}/it`)), content.title.written.text).toBe(null);
    }
  });
});

it("the European exchange lists, tells changes and gives one profile for each approved language; closing is told [EX1][EX2]", async () => {
  type Reference = { reference: string; status: string };
  const json = async <T>(path: string) => JSON.parse(await text(`/api/v1/eures/${path}`)) as T;
  const begun = Date.now();
  const duties = [{ id: "s7", text: HOSTILE }];
  const { code, revision } = await publish(
    aContent("Saldatore", { job, places: [place], window, eures: true, duties, licences: ["B"] }),
  );
  const all = await json<{ allReferences: Reference[] }>("getAll");
  expect(all.allReferences.map(({ reference }) => reference)).toContain(code);
  expect(all.allReferences.length, "no demonstration posting among them").toBeLessThan(10);
  const created = await json<{ createdReferences: Reference[] }>(`getChanges/${begun}`);
  expect(created.createdReferences.map(({ reference }) => reference)).toContain(code);
  const content =
    (await json<{ details: Record<string, { content: string }> }>(`getDetails?references=${code}`)).details[code]
      ?.content ?? "";
  expect(content.match(/<PositionProfile languageCode="it">/g)).toHaveLength(1);
  expect(content).not.toContain('languageCode="de"');
  for (const part of [
    "<EURESFlag>true",
    "<LicenseTypeCode>B",
    '<MinimumAmount currencyID="EUR">1200',
    "<ApplicationCloseDate>2031-03-31",
  ])
    expect(content).toContain(part);
  expect(content).not.toMatch(/<script|<img/);
  await house.staff("POST", `/postings/${code}/close`, { expected: revision, reason: "filled" });
  const closed = await json<{ closedReferences: Reference[] }>(`getChanges/${begun}`);
  expect(closed.closedReferences).toMatchObject([{ reference: code, status: "CLOSED" }]);
  expect((await fetch(`${house.base}/api/v1/eures/getChanges/x`)).status).toBe(400);
});

describe("the OpenAPI document says what a public route answers", () => {
  const routes = apiRoutes({} as never).filter(({ method, access }) => method === "get" && access === "public");
  /** Answer no JSON: a redirection there and back, a calendar. */
  const others = ["/session/oidc", "/session/oidc/callback", "/calendars/:secret"];

  it("every one of them", async () => {
    expect(
      routes
        .filter(({ answer }) => answer === undefined)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(others.sort());
    const document = JSON.parse(await text("/api/v1/openapi.json"));
    // The document does not describe itself.
    for (const { path, answer } of routes.filter((one) => one.path !== "/openapi.json")) {
      const said = document.paths[`/api/v1${path.replace(/:(\w+)/g, "{$1}")}`].get.responses[200].content;
      expect(said === undefined, path).toBe(answer === undefined);
    }
  });

  it("and real answers are such: boards, changes, resets, the exchange, the applications' facts", async () => {
    const { code, revision } = await publish(aContent("Cuoco", { job, places: [place], window, eures: true }));
    await house.staff("POST", `/postings/${code}/close`, { expected: revision, reason: "filled" });
    const still = await publish(aContent("Barista", { job, places: [place], window, eures: true }));
    const { epoch } = JSON.parse(await text("/api/v1/boards/lecce")) as { epoch: string };
    const asked: readonly (readonly [Route["path"], string])[] = [
      ["/boards/:office", "/boards/lecce"],
      ["/boards/:office", "/boards/gallipoli"],
      ["/boards/:office/changes", "/boards/lecce/changes?since=1"],
      ["/boards/:office/changes", `/boards/lecce/changes?since=${revision}&epoch=${epoch}`],
      ["/client", "/client"],
      ["/eures/getAll", "/eures/getAll"],
      ["/eures/getChanges/:since", "/eures/getChanges/0"],
      ["/eures/getDetails", `/eures/getDetails?references=${code},${still.code}`],
      ["/openapi.json", "/openapi.json"],
    ];
    for (const [path, address] of asked) {
      const schema = routes.find((one) => one.path === path)?.answer;
      const real: unknown = JSON.parse(await text(`/api/v1${address}`));
      expect(schema?.safeParse(real).error?.issues ?? [], address).toEqual([]);
    }
  });
});

it("feeds are Atom and JSON, of all, of an office, of a section, in each language; the board names its own", async () => {
  for (const path of ["/feed/it.xml", "/feed/en/lecce.xml", "/feed/de/all/eures.xml", "/feed/fr/lecce/vacancy.xml"]) {
    const xml = await text(path);
    expect(xml, path).toContain("<feed");
    const json = JSON.parse(await text(path.replace(".xml", ".json"))) as { items: { url: string }[] };
    expect(json.items.length, path).toBeGreaterThan(0);
    expect(xml.match(/<entry>/g)?.length).toBe(json.items.length);
  }
  for (const path of ["/feed/xx.xml", "/feed/it/atlantide.xml", "/feed/it/all/nothing.json", "/feed/it.csv"])
    expect((await fetch(house.base + path)).status, path).toBe(404);
  expect(await text("/en/lecce?section=eures")).toContain('href="/feed/en/lecce/eures.xml"');
});

it("[SM1] a sitemap longer than one file may be is an index of lists, each posting in one of them", async () => {
  const codes = [];
  for (const title of ["Cuoco", "Barista", "Giardiniere"]) codes.push((await publish(aContent(title))).code);
  const server = express().use(sitemapRoutes(house.house, 2)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const answers = [];
    for (let n = 0; ; n += 1) {
      const answer = await fetch(`${at}/sitemap-${n}.xml`);
      if (answer.status === 404) break;
      answers.push(await answer.text());
    }
    const index = await (await fetch(`${at}/sitemap.xml`)).text();
    const named = [...index.matchAll(/<loc>[^<]*\/(sitemap-\d+\.xml)<\/loc>/g)].map(([, name]) => name);
    expect(index).toContain("<sitemapindex");
    expect(named).toEqual(answers.map((_, n) => `sitemap-${n}.xml`));
    expect(answers[0]).toContain("/it/info/privacy");
    for (const code of codes)
      expect(answers.filter((xml) => xml.includes(`<loc>${house.config.publicUrl}/o/${code}/it</loc>`))).toHaveLength(
        1,
      );
    expect((await fetch(`${at}/sitemap-x.xml`)).status).toBe(404);
  } finally {
    server.close();
  }
});

it("robots are sent past the desk, the API and search results, to the sitemap", async () => {
  const robots = await text("/robots.txt");
  for (const line of ["Disallow: /api/", "Disallow: /admin/", "Disallow: /*?", "Sitemap: "])
    expect(robots).toContain(line);
});

it("a posting full of markup runs in no sink: page, JSON-LD, feeds, calendar", async () => {
  const event = {
    starts: { day: "2031-01-10", time: "10:00" },
    ends: null,
    timetable: null,
    venue: { id: "s9", text: HOSTILE },
  };
  const apply = {
    online: HOSTILE.slice(0, 200),
    email: HOSTILE.slice(0, 120),
    phone: "<b>1</b>",
    inPerson: { id: "s8", text: HOSTILE },
    note: null,
    documents: [],
  };
  const employer = { name: HOSTILE, type: null };
  const title = HOSTILE.slice(0, 100);
  const first = await publish(
    aContent(title, {
      job,
      places: [{ ...place, municipality: HOSTILE.slice(0, 100) }],
      employer,
      apply,
      duties: [{ id: "s7", text: HOSTILE }],
    }),
  );
  const second = await publish(aContent(title, { event, places: [place] }, "event"));
  for (const { code } of [first, second]) {
    for (const lang of ["it", "de"]) {
      const html = await text(`/o/${code}/${lang}`);
      expect(html).not.toMatch(/<script>|<img|href="javascript/);
      const data = dataOf(html);
      if (data !== null) expect(JSON.stringify(data)).not.toContain("\u003cb\u003e1");
    }
  }
  const data = dataOf(await text(`/o/${first.code}/it`));
  expect(data?.description).not.toContain("<img");
  expect(await text("/feed/it.xml")).not.toMatch(/<script|<img/);
  const calendar = await text(`/o/${second.code}.ics`);
  for (const line of calendar.split("\r\n")) expect(line).toMatch(/^([A-Z-]+[;:]|[ \t])|^$/);
});
