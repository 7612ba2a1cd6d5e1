// The staff API over real HTTP: signing in, rights, a posting's life, two editors, garbage.

import { hash } from "@node-rs/argon2";
import { beforeAll, describe, expect, it } from "vitest";
import type { RefusalShape } from "../../server/domain/refusal.ts";
import { apiRoutes } from "../../server/http/routes.ts";
import { aContent } from "../builders.ts";
import { PASSWORD, type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse();
});

const send = (method: string, path: string, body: string | undefined, headers: Record<string, string> = {}) =>
  fetch(`${house.base}/api/v1${path}`, {
    method,
    headers: { "content-type": "application/json", "x-requested-with": "bacheca", ...headers },
    ...(body === undefined ? {} : { body }),
  });

describe("signing in", () => {
  it("refuses a wrong password with cause and remedy, in the reader's language (people 39)", async () => {
    const answer = await send("POST", "/session", JSON.stringify({ login: "admin", password: "sbagliata" }), {
      "accept-language": "de",
    });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      refusal: "wrongCredentials",
      sentence: expect.stringContaining("Benutzername"),
    });
  });

  it("[A2] an unknown login gets the same answer", async () => {
    const answer = await send("POST", "/session", JSON.stringify({ login: "nessuno", password: "sbagliata" }));
    expect(await answer.json()).toMatchObject({ refusal: "wrongCredentials" });
  });

  it("stops guessing after five tries from one address, and a forged address does not help", async () => {
    const tries = [];
    for (let index = 0; index < 7; index++) {
      const answer = await send("POST", "/session", JSON.stringify({ login: "vittima", password: "x" }), {
        "x-forwarded-for": `10.0.0.${index}`,
      });
      tries.push(answer.status);
    }
    expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const other = await send("POST", "/session", JSON.stringify({ login: "admin", password: PASSWORD }));
    expect(other.status, "another account from the same address still signs in").toBe(200);
  });

  it("the cookie is HttpOnly and same-site, and its token is not in the store", async () => {
    const answer = await send("POST", "/session", JSON.stringify({ login: "admin", password: PASSWORD }));
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const token = /=([\w-]{43});/.exec(cookie)?.[1] ?? "";
    expect(await house.store.side.session(token)).toBe(null);
  });

  it("a generated first password must be changed before anything else (people 37)", async () => {
    const login = "nuova";
    await house.store.write("test", Date.now(), async (tx) => {
      await tx.putAccount({
        user: {
          login,
          name: login,
          grants: [{ role: "publisher", on: "*" }],
          mustChangePassword: true,
          disabled: false,
        },
        passwordHash: await hash("provvisoria-123"),
      });
    });
    const signed = await send("POST", "/session", JSON.stringify({ login, password: "provvisoria-123" }));
    const cookie = (signed.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    expect((await send("GET", "/postings", undefined, { cookie })).status).toBe(403);
    const changed = await send(
      "POST",
      "/session/password",
      JSON.stringify({ current: "provvisoria-123", next: "una frase tutta mia" }),
      { cookie },
    );
    expect(changed.status).toBe(200);
    expect((await send("GET", "/postings", undefined, { cookie })).status, "[A3] the old session is over").toBe(401);
    const fresh = (changed.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    expect((await send("GET", "/postings", undefined, { cookie: fresh })).status).toBe(200);
  });
});

describe("rights", () => {
  it("[H1] every route names who may call it, and none but the public ones answers a stranger", async () => {
    for (const route of apiRoutes({} as never)) {
      const path = route.path.replace(":code", "0000000").replace(":office", "lecce");
      const answer = await send(route.method.toUpperCase(), path, route.body === undefined ? undefined : "{}");
      // No gateway and no translation service are configured here, and nobody knows a calendar's secret: these lead nowhere.
      if (/^\/(session\/oidc|machine\/callbacks|calendars)/.test(path)) expect(answer.status, path).toBe(404);
      else if (route.access === "public") expect([200, 400], `${route.method} ${path}`).toContain(answer.status);
      else expect(answer.status, `${route.method} ${path}`).toBe(401);
    }
  });

  it("[H3] a request from another origin or without our header is not carried out", async () => {
    const foreign = await send("POST", "/session", "{}", { "sec-fetch-site": "cross-site" });
    expect(foreign.status).toBe(403);
    const bare = await fetch(`${house.base}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    expect(bare.status).toBe(403);
  });

  it("[H4] an answer to staff is stored by nobody", async () => {
    await house.staff("GET", "/session");
    const login = await send("POST", "/session", JSON.stringify({ login: "admin", password: PASSWORD }));
    const cookie = (login.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    expect((await send("GET", "/postings", undefined, { cookie })).headers.get("cache-control")).toBe(
      "private, no-store",
    );
  });
});

describe("a posting's life", () => {
  const window = { opens: null, closes: { day: "2030-01-31", time: "12:00" } };

  it("draft, publish, edit without publishing, publish, close, reopen", async () => {
    const { status, body } = await house.staff("POST", "/postings", {
      owner: "lecce",
      content: aContent("Cuoco di prova", { window }),
    });
    expect(status).toBe(201);
    const { code } = body.posting;
    expect((await fetch(`${house.base}/o/${code}/it`)).status, "a draft is nobody's business").toBe(404);

    const opened = await house.staff("POST", `/postings/${code}/publish`, { expected: body.posting.revision });
    expect(opened.body.state).toBe("open");
    const page = await fetch(`${house.base}/o/${code}/it`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Cuoco di prova");

    const saved = await house.staff("PUT", `/postings/${code}/working`, {
      expected: opened.body.posting.revision,
      content: aContent("Cuoco esperto", { window }),
    });
    expect(await (await fetch(`${house.base}/o/${code}/it`)).text(), "[P1] autosave never publishes").toContain(
      "Cuoco di prova",
    );

    const again = await house.staff("POST", `/postings/${code}/publish`, { expected: saved.body.posting.revision });
    expect(await (await fetch(`${house.base}/o/${code}/it`)).text()).toContain("Cuoco esperto");

    const closed = await house.staff("POST", `/postings/${code}/close`, {
      expected: again.body.posting.revision,
      reason: "filled",
    });
    expect((await fetch(`${house.base}/o/${code}/it`)).status).toBe(410);
    const reopened = await house.staff("POST", `/postings/${code}/reopen`, { expected: closed.body.posting.revision });
    expect(reopened.body.state).toBe("open");
    expect((await fetch(`${house.base}/o/${code}/it`)).status).toBe(200);
  });

  it("a closed posting is renewed by a new deadline; edited back to what is public, nothing is left to publish", async () => {
    const { body } = await house.staff("POST", "/postings", {
      owner: "lecce",
      content: aContent("Da rinnovare", { window }),
    });
    const { code } = body.posting;
    const opened = await house.staff("POST", `/postings/${code}/publish`, { expected: body.posting.revision });
    const closed = await house.staff("POST", `/postings/${code}/close`, {
      expected: opened.body.posting.revision,
      reason: "withdrawn",
    });
    const later = aContent("Da rinnovare", { window: { opens: null, closes: { day: "2031-01-31", time: null } } });
    const saved = await house.staff("PUT", `/postings/${code}/working`, {
      expected: closed.body.posting.revision,
      content: later,
    });
    expect((await fetch(`${house.base}/o/${code}/it`)).status, "[P1]").toBe(410);
    const renewed = await house.staff("POST", `/postings/${code}/publish`, { expected: saved.body.posting.revision });
    expect(renewed.body.state).toBe("open");
    const back = await house.staff("PUT", `/postings/${code}/working`, {
      expected: renewed.body.posting.revision,
      content: later,
    });
    expect(back.body.posting.working).toBe(null);
  });

  it("two editors: the second is told who changed it, and nothing is overwritten (people 26)", async () => {
    const { body } = await house.staff("POST", "/postings", {
      owner: "lecce",
      content: aContent("Barista", { window }),
    });
    const { code, revision } = body.posting;
    expect(
      (
        await house.staff("PUT", `/postings/${code}/working`, {
          expected: revision,
          content: aContent("Barista A", { window }),
        })
      ).status,
    ).toBe(200);
    const second = await house.staff<RefusalShape>("PUT", `/postings/${code}/working`, {
      expected: revision,
      content: aContent("Barista B", { window }),
    });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      refusal: "changedMeanwhile",
      details: { by: "admin" },
      sentence: expect.stringContaining("Nulla è stato sovrascritto"),
    });
    expect((await house.staff("GET", `/postings/${code}`)).body.posting.working?.title.written.text).toBe("Barista A");
  });

  it("a deadline that has passed is not published, and the sentence says what to do", async () => {
    const past = { opens: null, closes: { day: "2020-01-31", time: null } };
    const { body } = await house.staff("POST", "/postings", {
      owner: "lecce",
      content: aContent("Ieri", { window: past }),
    });
    const refused = await house.staff<RefusalShape>("POST", `/postings/${body.posting.code}/publish`, {
      expected: body.posting.revision,
    });
    expect(refused.status).toBe(422);
    expect(refused.body.sentence).toContain("una scadenza non ancora passata");
  });
});

describe("garbage", () => {
  it.each([
    ["no JSON", "{nonsense"],
    ["null", "null"],
    ["a list", "[]"],
    ["wrong types", JSON.stringify({ owner: 7, content: "x" })],
    ["prototype", '{"__proto__":{"x":1},"owner":"lecce"}'],
  ])("%s in a body is refused plainly", async (_name, body) => {
    const login = await send("POST", "/session", JSON.stringify({ login: "admin", password: PASSWORD }));
    const cookie = (login.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const answer = await send("POST", "/postings", body, { cookie });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ refusal: "invalidInput", sentence: expect.any(String) });
  });

  it("addresses that are none are 404 or 400, never 5xx", async () => {
    for (const path of [
      "/o/%00",
      "/o/%E0%A4%A",
      "/o/../../etc/passwd",
      "/xx/yy/zz",
      "/o/ABCDEFG/it/ZZZZZZZZZZZZ",
      "/posters/x.pdf",
      "/assets/..%2f..%2fpackage.json",
      "/kiosk/assets/gone.js",
      "/api/v1/nothing",
    ]) {
      const answer = await fetch(house.base + path);
      expect(answer.status, path).toBeGreaterThanOrEqual(200);
      expect(answer.status, path).toBeLessThan(500);
      expect(await answer.text(), path).not.toMatch(/node_modules|at Object|Error:/);
    }
  });
});

it("the OpenAPI document names every route (people 38)", async () => {
  const document = (await (await fetch(`${house.base}/api/v1/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<string, Record<string, unknown>>;
  };
  expect(document.openapi).toBe("3.1.0");
  const described = apiRoutes({} as never).filter(({ path }) => path !== "/openapi.json");
  for (const route of described)
    expect(document.paths[`/api/v1${route.path.replace(/:(\w+)/g, "{$1}")}`]?.[route.method]).toBeDefined();
});
