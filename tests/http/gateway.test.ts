// Signing in by the body's gateway, against a real provider, by real HTTP and once in a real browser. (people 37)
import { beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import { createUser } from "../../server/services/createUser.ts";
import { systemUser } from "../../server/services/systemUser.ts";
import { anOffice } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";
import { openBrowser } from "../templates/openBrowser.ts";
import { FLOW, Visitor } from "./gatewayVisitor.ts";
import { CLIENT, type Gateway, startGateway } from "./startGateway.ts";

const PEOPLE = {
  "s-anna": { preferred_username: "anna", name: "Anna Rossi", email: "anna@example.it", email_verified: true },
  "s-usurper": { preferred_username: "Anna", name: "Non Anna" },
  "s-admin": { preferred_username: "admin", name: "Un nome scelto lì" },
  "s-stranger": { preferred_username: "sconosciuta", groups: ["altro", "__proto__", "constructor"] },
  "s-nameless": { name: "Senza nome utente" },
  "s-lies": { preferred_username: "bea", email: "carla@example.it", email_verified: false },
  "s-carla": { preferred_username: "x", email: "Carla@example.it", email_verified: true },
  "s-group": { preferred_username: "gruppo", name: "Dal gruppo", groups: ["cpi-lecce", "altro"] },
} as const;

let gateway: Gateway;
let plain: RunningHouse;
let byMail: RunningHouse;
let byGroup: RunningHouse;

beforeAll(async () => {
  gateway = await startGateway(PEOPLE);
  const env = {
    OIDC_ISSUER: gateway.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_LABEL: "Accesso regionale",
  };
  const groups = { "cpi-lecce": [{ role: "publisher", on: "lecce" }] };
  plain = await startHouse({ demo: false, env });
  byMail = await startHouse({ demo: false, env: { ...env, OIDC_LOGIN_CLAIM: "email" } });
  byGroup = await startHouse({ demo: false, env: { ...env, OIDC_GROUPS: JSON.stringify(groups) } });
  for (const house of [plain, byMail, byGroup]) {
    await house.store.write("test", Date.now(), async (tx) => {
      await tx.putOwner(anOffice("lecce"));
      await tx.record("owner.saved", "lecce");
    });
    await house.house.mirror.catchUp();
  }
  for (const login of ["anna", "bea"]) await addPerson(plain, login);
  for (const login of ["anna@example.it", "carla@example.it"]) await addPerson(byMail, login);
  gateway.serve([plain, byMail, byGroup].map(({ base }) => base));
});

function addPerson(house: RunningHouse, login: string) {
  const grants = [{ role: "author" as const, on: "lecce" }];
  return createUser(house.house, systemUser("test"), { login, name: login, grants, way: "gateway" }, gateway.issuer);
}

const refused = (house: RunningHouse, why: string) => `${house.base}/admin/?refused=${why}`;

describe("the way there and back", () => {
  it("lets in who has an account here, and ties it to the gateway's subject", async () => {
    const anna = new Visitor();
    expect(await anna.toDesk(plain, "s-anna")).toBe(`${plain.base}/admin/`);
    expect(await anna.who(plain)).toBe("anna");
    expect(anna.jars.get(plain.base)?.has("bacheca-gateway"), "the journey's cookie is gone").toBe(false);
    expect(await plain.store.account("anna")).toMatchObject({
      passwordHash: null,
      gateway: { issuer: gateway.issuer, subject: "s-anna" },
    });
    const [signedIn] = await plain.store.recentEvents(1, "anna");
    expect(signedIn).toMatchObject({ verb: "user.signedIn", facts: { way: "gateway" } });
  });

  it("asks with code, PKCE, state and nonce (people 37)", async () => {
    const { to } = await new Visitor().ask(`${plain.base}${FLOW}`);
    const query = new URL(to ?? "").searchParams;
    expect(query.get("response_type")).toBe("code");
    expect(query.get("code_challenge_method")).toBe("S256");
    for (const name of ["state", "nonce", "code_challenge"]) expect(query.get(name)?.length, name).toBeGreaterThan(20);
  });

  it("the button's words come from the configuration", async () => {
    expect(await (await fetch(`${plain.base}/api/v1/client`)).json()).toMatchObject({ gateway: "Accesso regionale" });
  });
});

describe("who is not let in", () => {
  it("[G2] somebody else who now has the same name at the gateway", async () => {
    await new Visitor().toDesk(plain, "s-anna");
    const usurper = new Visitor();
    expect(await usurper.toDesk(plain, "s-usurper")).toBe(refused(plain, "gatewayUnknown"));
    expect(await usurper.who(plain)).toBe(null);
  });

  it("[G1] a name that has a password here, however it is written there", async () => {
    expect(await new Visitor().toDesk(plain, "s-admin")).toBe(refused(plain, "gatewayUnknown"));
  });

  it("[G3] who has no account, or no name", async () => {
    expect(await new Visitor().toDesk(plain, "s-stranger")).toBe(refused(plain, "gatewayUnknown"));
    expect(await plain.store.account("sconosciuta")).toBe(null);
    expect(await new Visitor().toDesk(plain, "s-nameless")).toBe(refused(plain, "gatewayNameless"));
  });

  it("a disabled account", async () => {
    await plain.staff("POST", "/users/bea/disable");
    const answer = await new Visitor().toDesk(plain, "s-lies");
    expect(answer).toBe(refused(plain, "gatewayUnknown"));
  });

  it("an address that the gateway has not verified; a verified one is", async () => {
    expect(await new Visitor().toDesk(byMail, "s-lies")).toBe(refused(byMail, "gatewayNameless"));
    const carla = new Visitor();
    expect(await carla.toDesk(byMail, "s-carla")).toBe(`${byMail.base}/admin/`);
    expect(await carla.who(byMail)).toBe("carla@example.it");
  });

  it("an account of the gateway has no password, and can be given one only by an administrator", async () => {
    const { status } = await fetch(`${plain.base}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-requested-with": "bacheca" },
      body: JSON.stringify({ login: "anna", password: "x" }),
    });
    expect(status).toBe(401);
    const anna = new Visitor();
    await anna.toDesk(plain, "s-anna");
    const reset = await plain.staff<{ password: string }>("POST", "/users/anna/password");
    expect(reset.body.password).toMatch(/^[\w-]{16}$/);
    expect(await anna.who(plain), "her session has ended").toBe(null);
    expect(await new Visitor().toDesk(plain, "s-anna"), "[G1] from now on the password counts").toBe(
      refused(plain, "gatewayUnknown"),
    );
    expect((await plain.staff("POST", "/users/anna/gateway")).status).toBe(200);
    expect((await plain.store.account("anna"))?.passwordHash).toBe(null);
    expect(await new Visitor().toDesk(plain, "s-anna")).toBe(`${plain.base}/admin/`);
  });
});

describe("attacks on the way back", () => {
  it("an answer brought to another browser, or without the journey's cookie", async () => {
    const attacker = new Visitor();
    const answer = await attacker.toCallback(plain, "s-anna");
    const victim = new Visitor();
    expect((await victim.ask(answer)).to).toBe(refused(plain, "gatewayLate"));
    await victim.ask(`${plain.base}${FLOW}`);
    expect((await victim.ask(answer)).to, "state").toBe(refused(plain, "gatewayFailed"));
    expect(await victim.who(plain)).toBe(null);
  });

  it("an answer used twice", async () => {
    const anna = new Visitor();
    const answer = await anna.toCallback(plain, "s-anna");
    const journey = anna.jars.get(plain.base)?.get("bacheca-gateway") ?? "";
    expect((await anna.ask(answer)).to).toBe(`${plain.base}/admin/`);
    anna.jars.get(plain.base)?.set("bacheca-gateway", journey);
    expect((await anna.ask(answer)).to).toBe(refused(plain, "gatewayFailed"));
  });

  it.each(["state", "nonce", "code_challenge"])("a question with another %s", async (name) => {
    const visitor = new Visitor();
    const question = new URL((await visitor.ask(`${plain.base}${FLOW}`)).to ?? "");
    question.searchParams.set(name, "A".repeat(43));
    const answer = await visitor.toCallback(plain, "s-anna", question.href);
    expect((await visitor.ask(answer)).to).toBe(refused(plain, "gatewayFailed"));
    expect(await visitor.who(plain)).toBe(null);
  });

  it("garbage, and a refusal of the gateway, end at the desk's first page", async () => {
    const visitor = new Visitor();
    await visitor.ask(`${plain.base}${FLOW}`);
    for (const query of ["", "?error=access_denied&state=x", "?code=x&code=y", `?code=${"x".repeat(3000)}`]) {
      const answer = await visitor.ask(`${plain.base}${FLOW}/callback${query}`);
      expect(answer.status).toBe(303);
      expect(answer.to).toContain("/admin/?refused=gateway");
    }
  });
});

describe("rights from the gateway's groups", () => {
  it("[G3] a mapped group makes the account and its rights, and takes them away again", async () => {
    const visitor = new Visitor();
    expect(await visitor.toDesk(byGroup, "s-group")).toBe(`${byGroup.base}/admin/`);
    expect((await byGroup.store.account("gruppo"))?.user).toMatchObject({
      name: "Dal gruppo",
      grants: [{ role: "publisher", on: "lecce" }],
    });
    // Given by hand meanwhile: at the next sign-in the groups decide.
    const more = [
      { role: "publisher", on: "lecce" },
      { role: "administrator", on: "lecce" },
    ];
    const expected = { name: "Dal gruppo", grants: [{ role: "publisher", on: "lecce" }] };
    expect((await byGroup.staff("PUT", "/users/gruppo", { name: "Dal gruppo", grants: more, expected })).status).toBe(
      200,
    );
    await new Visitor().toDesk(byGroup, "s-group");
    expect((await byGroup.store.account("gruppo"))?.user.grants).toEqual([{ role: "publisher", on: "lecce" }]);
    expect(await visitor.who(byGroup), "a right was taken: the older session has ended").toBe(null);
  });

  it("[G3] groups that are not mapped let nobody in, whatever they are called", async () => {
    expect(await new Visitor().toDesk(byGroup, "s-stranger")).toBe(refused(byGroup, "gatewayUnknown"));
    expect(await byGroup.store.account("sconosciuta")).toBe(null);
  });
});

describe("the gateway's configuration", () => {
  it("a gateway that does not answer stops neither the start nor passwords", async () => {
    const env = { OIDC_ISSUER: "http://127.0.0.1:9", OIDC_CLIENT_ID: "x", OIDC_CLIENT_SECRET: "y" };
    const house = await startHouse({ demo: false, env });
    expect((await new Visitor().ask(`${house.base}${FLOW}`)).to).toBe(refused(house, "gatewayUnavailable"));
    expect((await house.staff("GET", "/session")).status).toBe(200);
  });

  it("half of one, plain http to elsewhere, and groups that are no rights are not understood", () => {
    const whole = { OIDC_ISSUER: "https://id.example.it", OIDC_CLIENT_ID: "x", OIDC_CLIENT_SECRET: "y" };
    expect(readConfig(whole).gateway).toMatchObject({
      label: "id.example.it",
      loginClaim: "preferred_username",
      groups: null,
    });
    expect(() => readConfig({ OIDC_ISSUER: "https://id.example.it" })).toThrow(/go together/);
    expect(() => readConfig({ ...whole, OIDC_ISSUER: "http://id.example.it" })).toThrow(/https/);
    expect(() => readConfig({ ...whole, OIDC_GROUPS: '{"a":[{"role":"emperor","on":"*"}]}' })).toThrow(/OIDC_GROUPS/);
  });
});

describeWith(["browser"], "in a real browser", () => {
  const browser = openBrowser();

  it("the way there and back leaves a session that the desk's own requests carry", async () => {
    const context = await browser().createBrowserContext();
    const page = await context.newPage();
    await page.goto(`${plain.base}${FLOW}`);
    await page.type("input[name=login]", "s-anna");
    await page.type("input[name=password]", "x");
    await Promise.all([page.waitForNavigation(), page.click("button[type=submit]")]);
    while (page.url().startsWith(gateway.issuer))
      await Promise.all([page.waitForNavigation(), page.click("button[type=submit]")]);
    expect(page.url()).toBe(`${plain.base}/admin/`);
    const login = await page.evaluate(async () => {
      const answer = await fetch("/api/v1/session");
      return ((await answer.json()) as { user?: { login: string } }).user?.login;
    });
    expect(login).toBe("anna");
    const cookies = await context.cookies();
    expect(cookies.find(({ name }) => name === "bacheca")).toMatchObject({ httpOnly: true, sameSite: "Strict" });
    await context.close();
  });
});
