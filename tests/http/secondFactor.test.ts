// The second factor over real HTTP, with a code generator of the test's own and a clock it can turn.
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Browser, browse } from "../browse.ts";
import { readCode } from "../printer/readCode.ts";
import { PASSWORD, type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
let now = Date.UTC(2026, 10, 23, 8, 0, 10);
let browser: Browser;
let secret = "";
let recovery: string[] = [];

/** RFC 6238 by hand: the same as any telephone would show at this moment. */
function codeAt(time: number): string {
  let bits = "";
  for (const letter of secret) bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / 30_000)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

const signIn = (code?: string) => browse(house).signIn("admin", PASSWORD, code);
const later = (seconds: number) => {
  now += seconds * 1000;
};

beforeAll(async () => {
  house = await startHouse({ demo: false, clock: { now: () => now } });
  browser = browse(house);
  await browser.signIn("admin", PASSWORD);
});

describe("enrolling", () => {
  it("needs the password, and hands over a secret by camera or by hand", async () => {
    expect((await browser.call("POST", "/session/second-factor", { password: "x" })).body.refusal).toBe(
      "wrongCredentials",
    );
    const { status, body } = await browser.call("POST", "/session/second-factor", { password: PASSWORD });
    expect(status).toBe(200);
    secret = body.secret;
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const read = (await readCode(Buffer.from(body.picture.split(",")[1], "base64"))) ?? "";
    expect(read).toBe(body.address);
    expect(new URL(read)).toMatchObject({ protocol: "otpauth:", host: "totp" });
    expect(new URL(read).searchParams.get("secret")).toBe(secret);
  });

  it("asks for nothing before it is confirmed", async () => {
    expect((await signIn()).status).toBe(200);
  });

  it("is confirmed with a first code, and gives ten recovery codes once (people 37)", async () => {
    expect((await browser.call("POST", "/session/second-factor/confirm", { code: "000000" })).body.refusal).toBe(
      "wrongCode",
    );
    const { status, body } = await browser.call("POST", "/session/second-factor/confirm", { code: codeAt(now) });
    expect(status).toBe(200);
    recovery = body.recovery;
    expect(new Set(recovery).size).toBe(10);
    for (const code of recovery) expect(code).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/);
    expect((await browser.call("GET", "/session/security")).body).toMatchObject({
      secondFactor: true,
      recoveryLeft: 10,
    });
  });

  it("[T3] neither the secret nor a recovery code lies readable in the data folder", async () => {
    const account = await house.store.account("admin");
    expect(JSON.stringify(account)).not.toContain(secret);
    for (const file of ["bacheca.sqlite", "bacheca.sqlite-wal"]) {
      const bytes = readFileSync(path.join(house.config.dataDir, file)).toString("latin1");
      expect(bytes).not.toContain(secret);
      for (const code of recovery) expect(bytes).not.toContain(code.replaceAll("-", ""));
    }
  });

  it("[T3] a secret moved to another account does not open", async () => {
    const { openSecret } = await import("../../server/services/sealSecret.ts");
    const sealed = (await house.store.account("admin"))?.secondFactor?.secret ?? "";
    expect(openSecret(house.config, sealed, "second-factor admin")).toBe(secret);
    expect(openSecret(house.config, sealed, "second-factor anna")).toBe(null);
    expect(openSecret({ ...house.config, secretKey: "0".repeat(64) }, sealed, "second-factor admin")).toBe(null);
    const altered = Buffer.from(sealed, "base64url");
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    expect(openSecret(house.config, altered.toString("base64url"), "second-factor admin")).toBe(null);
  });
});

describe("signing in with it", () => {
  it("asks for the code only after a right password", async () => {
    expect((await signIn()).body).toMatchObject({
      refusal: "secondFactorRequired",
      sentence: expect.stringContaining("codice"),
    });
    expect((await browse(house).signIn("admin", "sbagliata", codeAt(now))).body.refusal).toBe("wrongCredentials");
  });

  it("[T1] takes a code half a minute early or late, and none older or further ahead", async () => {
    for (const steps of [-1, 0, 1]) {
      later(120);
      expect((await signIn(codeAt(now + steps * 30_000))).status, `${steps}`).toBe(200);
    }
    for (const steps of [-3, -2, 2, 3]) {
      later(120);
      expect((await signIn(codeAt(now + steps * 30_000))).body.refusal, `${steps}`).toBe("wrongCode");
    }
  });

  it("[T2] takes no code twice, not even at the same moment, nor an older one after a newer", async () => {
    later(120);
    const code = codeAt(now);
    const answers = await Promise.all([signIn(code), signIn(code), signIn(code)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await signIn(codeAt(now - 30_000))).body.refusal).toBe("wrongCode");
    later(30);
    expect((await signIn(`${codeAt(now).slice(0, 3)} ${codeAt(now).slice(3)}`)).status, "written with a space").toBe(
      200,
    );
  });

  it("[T3] each recovery code opens once", async () => {
    const [first = "", second = ""] = recovery;
    expect((await signIn(first)).status).toBe(200);
    expect((await signIn(first)).body.refusal).toBe("wrongCode");
    expect((await signIn(second.toUpperCase().replaceAll("-", " "))).status).toBe(200);
    const log = await house.store.recentEvents(10, "admin");
    expect(log.find(({ facts }) => facts.recoveryCodesLeft === 8)).toBeDefined();
  });

  it("[L4] ten wrong codes, then no more tries", async () => {
    const answers = [];
    const known = browse(house);
    for (let at = 0; at < 14; at += 1) answers.push(await known.signIn("admin", PASSWORD, String(at).padStart(6, "0")));
    expect(answers.at(-1)?.status).toBe(429);
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10);
  });
});

it("is removed with the password", async () => {
  expect((await browser.call("DELETE", "/session/second-factor", { password: "x" })).body.refusal).toBe(
    "wrongCredentials",
  );
  expect((await browser.call("DELETE", "/session/second-factor", { password: PASSWORD })).status).toBe(204);
  expect((await house.store.account("admin"))?.secondFactor).toBeUndefined();
});
