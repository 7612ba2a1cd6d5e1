// Attacks on signing in, each refused: fixation, guessing (slow, fast, from many addresses, with forged headers), another site's form,
// framing; and the other side of it: no stranger locks out an office or a person. (trust A2, 35-37)
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { hash } from "@node-rs/argon2";
import { beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import { placeOf } from "../../server/http/signInLimits.ts";
import { SESSION_IDLE, SESSION_LASTS } from "../../server/services/startSession.ts";
import { browse } from "../browse.ts";
import { PASSWORD, type RunningHouse, startHouse } from "../startHouse.ts";

const own = "una frase tutta mia";

async function addPeople({ store }: RunningHouse, ...logins: string[]): Promise<void> {
  const passwordHash = await hash(own, { memoryCost: 1024, timeCost: 1 });
  await store.write("test", Date.now(), async (tx) => {
    for (const login of logins) {
      const user = {
        login,
        name: login,
        grants: [{ role: "author" as const, on: "*" }],
        mustChangePassword: false,
        disabled: false,
      };
      await tx.putAccount({ user, passwordHash });
    }
  });
}

const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status);

describe("a house without a proxy", () => {
  let house: RunningHouse;
  beforeAll(async () => {
    house = await startHouse({ demo: false });
    await addPeople(house, "anna", "bruno", "carla", "dario", "elena", "vittima");
  });

  it("[A4] fixation: a token handed in is never taken over, and each sign-in gets a new one", async () => {
    const planted = "A".repeat(43);
    const browser = browse(house);
    browser.cookies.set("bacheca", { value: planted, path: "" });
    expect((await browser.signIn("anna", own)).status).toBe(200);
    const first = browser.cookies.get("bacheca")?.value;
    expect(first).not.toBe(planted);
    await browser.signIn("anna", own);
    const second = browser.cookies.get("bacheca")?.value;
    expect(second).not.toBe(first);
    browser.cookies.set("bacheca", { value: first ?? "", path: "" });
    expect((await browser.call("GET", "/session")).status, "the one before has ended").toBe(401);
    browser.cookies.set("bacheca", { value: planted, path: "" });
    expect((await browser.call("GET", "/session")).status).toBe(401);
  });

  it("[L1] five wrong tries, whatever address the visitor claims (people 37)", async () => {
    const answers = [];
    for (let at = 0; at < 7; at += 1) {
      const forged = {
        "x-forwarded-for": `203.0.113.${at}`,
        "x-real-ip": `203.0.113.${at}`,
        forwarded: `for=203.0.113.${at}`,
      };
      answers.push(await browse(house).call("POST", "/session", { login: "vittima", password: "x" }, forged));
    }
    expect(statuses(answers)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const last = answers.at(-1);
    expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(last?.body.sentence).toContain("Troppi tentativi");
    const log = await house.store.recentEvents(5, "vittima");
    expect(
      log.filter(({ verb }) => verb === "user.refused"),
      "the log says it once",
    ).toHaveLength(1);
  });

  it("[L1] sixty tries at the same moment are five tries", async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => browse(house).signIn("bruno", "sbagliata")));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(55);
  });

  it("[L3] a browser known to a person still lets them in while a stranger guesses", async () => {
    const known = browse(house);
    expect((await known.signIn("carla", own)).status).toBe(200);
    await known.call("DELETE", "/session");
    for (let at = 0; at < 6; at += 1) await browse(house).signIn("carla", "sbagliata");
    expect((await browse(house).signIn("carla", own)).status, "a new browser has to wait").toBe(429);
    expect((await known.signIn("carla", own)).status).toBe(200);
  });

  it("[L3] a known browser cannot guess without end, nor be forged or lent to another login", async () => {
    const known = browse(house);
    await known.signIn("dario", own);
    await known.call("DELETE", "/session");
    const tries = [];
    for (let at = 0; at < 12; at += 1) tries.push(await known.signIn("dario", "sbagliata"));
    expect(statuses(tries).filter((status) => status === 401)).toHaveLength(10);
    const mark = known.cookies.get("bacheca-device");
    expect(mark?.path).toBe("/api/v1/session");
    for (const value of [mark?.value ?? "", `${(mark?.value ?? "").slice(0, -1)}A`, "x".repeat(4000)]) {
      const forger = browse(house);
      forger.cookies.set("bacheca-device", { value, path: "/api/v1/session" });
      const answers = [];
      for (let at = 0; at < 6; at += 1)
        answers.push(await forger.signIn(value === mark?.value ? "elena" : "dario", "sbagliata"));
      expect(statuses(answers)).toContain(429);
    }
  });

  it("[L2] a whole office mistypes behind one address and still gets in; a sweep over all logins does not go on for ever", async () => {
    const many = Array.from({ length: 60 }, (_, at) => `ufficio${at}`);
    await addPeople(house, ...many);
    for (const login of many.slice(0, 40)) await browse(house).signIn(login, "sbagliata");
    const right = [];
    for (const login of many.slice(0, 10)) right.push(await browse(house).signIn(login, own));
    expect(new Set(statuses(right))).toEqual(new Set([200]));
    const swept = [];
    for (let at = 0; at < 250; at += 1) swept.push((await browse(house).signIn(`nessuno${at}`, "Estate2026!")).status);
    expect(swept).toContain(429);
    expect(swept.indexOf(429)).toBeGreaterThan(80);
  }, 60_000);

  it("[H3] another site's form, image or script changes nothing", async () => {
    const browser = browse(house);
    const cookie = { cookie: `bacheca=${"B".repeat(43)}` };
    for (const headers of [
      { ...cookie, "x-requested-with": "", "content-type": "text/plain" },
      { ...cookie, "x-requested-with": "bacheca", "sec-fetch-site": "cross-site" },
      { ...cookie, "x-requested-with": "bacheca", "sec-fetch-site": "same-site" },
      { ...cookie, "x-requested-with": "" },
    ]) {
      const answer = await browser.call("POST", "/users", { login: "intruso", name: "x", grants: [] }, headers);
      expect(answer).toMatchObject({ status: 403, body: { details: { problem: "foreignOrigin" } } });
    }
    const preflight = await fetch(`${house.base}/api/v1/users`, {
      method: "OPTIONS",
      headers: { origin: "https://altrove.example", "access-control-request-method": "POST" },
    });
    expect(preflight.headers.get("access-control-allow-origin")).toBe(null);
  });

  it("framing and the rest of the headers (people 40)", async () => {
    const { headers } = await fetch(`${house.base}/admin/`);
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("content-security-policy")).not.toContain("unsafe-inline");
    expect(headers.get("x-frame-options")).toMatch(/DENY|SAMEORIGIN/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    const answer = await browse(house).call("GET", "/session");
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it("the key of second factors lies beside the database, for nobody else to read", () => {
    const file = path.join(house.config.dataDir, "secret.key");
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file, "utf8").trim()).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("time", () => {
  it("[A5] a session ends after two hours unused, and after twelve however used", async () => {
    let now = Date.UTC(2026, 10, 23, 8);
    const house = await startHouse({ demo: false, clock: { now: () => now } });
    const browser = browse(house);
    await browser.signIn("admin", PASSWORD);
    const stillIn = async () => (await browser.call("GET", "/session")).status === 200;
    now += SESSION_IDLE - 1000;
    expect(await stillIn()).toBe(true);
    now += SESSION_IDLE - 1000;
    expect(await stillIn(), "its use was noted").toBe(true);
    now += SESSION_IDLE + 1000;
    expect(await stillIn()).toBe(false);

    await browser.signIn("admin", PASSWORD);
    const end = now + SESSION_LASTS;
    while (now + 3600_000 < end) {
      now += 3600_000;
      expect(await stillIn()).toBe(true);
    }
    now = end;
    expect(await stillIn()).toBe(false);
  });
});

describe("a house behind proxies", () => {
  it("believes only the proxies it is told of", async () => {
    const house = await startHouse({ demo: false, env: { TRUST_PROXY: "127.0.0.1, ::1" } });
    await addPeople(house, "anna");
    const from = (address: string) => ({ "x-forwarded-for": address });
    for (let at = 0; at < 6; at += 1)
      await browse(house).call("POST", "/session", { login: "anna", password: "x" }, from("203.0.113.7"));
    const same = await browse(house).call("POST", "/session", { login: "anna", password: own }, from("203.0.113.7"));
    expect(same.status).toBe(429);
    const forged = await browse(house).call(
      "POST",
      "/session",
      { login: "anna", password: own },
      from("198.51.100.1, 203.0.113.7"),
    );
    expect(forged.status, "what the visitor wrote before the proxy's own entry counts for nothing").toBe(429);
    const other = await browse(house).call("POST", "/session", { login: "anna", password: own }, from("203.0.113.8"));
    expect(other.status, "somebody elsewhere is not locked out").toBe(200);
  });

  it("TRUST_PROXY is a number or places, never everything", () => {
    const read = (TRUST_PROXY: string) => readConfig({ TRUST_PROXY }).trustProxy;
    expect(readConfig({}).trustProxy).toBe(false);
    expect(read("0")).toBe(false);
    expect(read("2")).toBe(2);
    expect(read("10.0.0.0/8, fd00::/8")).toEqual(["10.0.0.0/8", "fd00::/8"]);
    for (const wrong of ["true", "all", "0.0.0.0/0", "::/0", "10.0.0.0/99", "proxy.example", "10", "-1"])
      expect(() => read(wrong), wrong).toThrow(/TRUST_PROXY/);
  });

  it("an IPv6 visitor counts by network, so that a thousand addresses are one", () => {
    expect(placeOf("2001:db8:1:2:aaaa::1")).toBe(placeOf("2001:db8:1:2:bbbb:cccc:dddd:eeee"));
    expect(placeOf("2001:db8:1:2::1")).not.toBe(placeOf("2001:db8:1:3::1"));
    expect(placeOf("::ffff:192.0.2.1")).toBe("192.0.2.1");
    expect(placeOf("::1")).toBe("0:0:0:0");
  });
});

describe("https", () => {
  it("people's cookies carry the strict prefixes, and a plain one planted by a neighbour is not read", async () => {
    const house = await startHouse({ demo: false, publicUrl: "https://bacheca.example.it" });
    const browser = browse(house);
    const answer = await browser.signIn("admin", PASSWORD);
    const set = answer.headers.getSetCookie();
    expect(set.find((one) => one.startsWith("__Host-bacheca="))).toMatch(/Path=\/;.*HttpOnly; Secure; SameSite=Strict/);
    expect(set.find((one) => one.startsWith("__Secure-bacheca-device="))).toMatch(/HttpOnly; Secure; SameSite=Strict/);
    const token = browser.cookies.get("__Host-bacheca")?.value ?? "";
    const planted = browse(house);
    planted.cookies.set("bacheca", { value: token, path: "" });
    expect((await planted.call("GET", "/session")).status).toBe(401);
    expect((await browser.call("GET", "/session")).status).toBe(200);
  });
});
