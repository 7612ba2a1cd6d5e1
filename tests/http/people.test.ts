// Administrators and the people of their offices, over real HTTP: accounts, rights, passwords, sessions, and what the log says of it.
import { beforeAll, describe, expect, it } from "vitest";
import type { Grant } from "../../server/domain/user.ts";
import { changeUser } from "../../server/services/changeUser.ts";
import { createUser } from "../../server/services/createUser.ts";
import { disableUser, enableUser } from "../../server/services/disableUser.ts";
import { systemUser } from "../../server/services/systemUser.ts";
import { type Browser, browse } from "../browse.ts";
import { anOffice } from "../builders.ts";
import { PASSWORD, type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
let admin: Browser;
const own = "una frase tutta mia";

const on = (place: string, ...roles: Grant["role"][]): Grant[] => roles.map((role) => ({ role, on: place }));
let made = 0;

/** A person with these rights who has already chosen a password of their own. */
async function person(...grants: Grant[]): Promise<{ login: string; name: string; grants: Grant[]; browser: Browser }> {
  made += 1;
  const login = `persona${made}`;
  const { password, user } = await createUser(
    house.house,
    systemUser("test"),
    { login, name: login, grants, way: "password" },
    null,
  );
  const browser = browse(house);
  expect((await browser.signIn(login, password ?? "")).status).toBe(200);
  expect((await browser.call("POST", "/session/password", { current: password, next: own })).status).toBe(200);
  return { login, name: login, grants: [...user.grants], browser };
}

beforeAll(async () => {
  house = await startHouse({ demo: false });
  await house.store.write("test", Date.now(), async (tx) => {
    for (const id of ["lecce", "sportello", "gallipoli"]) {
      await tx.putOwner(anOffice(id, { parent: id === "sportello" ? "lecce" : null }));
      await tx.record("owner.saved", id);
    }
  });
  await house.house.mirror.catchUp();
  admin = browse(house);
  await admin.signIn("admin", PASSWORD);
});

describe("accounts", () => {
  it("a new account gets a first password, shown once, that must be changed", async () => {
    const made = await admin.call("POST", "/users", {
      login: "Anna.Rossi",
      name: "Anna Rossi",
      grants: on("lecce", "publisher"),
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      user: { login: "anna.rossi", mustChangePassword: true },
      password: expect.stringMatching(/^[\w-]{16}$/),
    });
    const anna = browse(house);
    expect((await anna.signIn("anna.rossi", made.body.password)).status).toBe(200);
    expect((await anna.call("GET", "/postings")).body.refusal).toBe("passwordMustChange");
    expect((await anna.call("POST", "/session/password", { current: made.body.password, next: own })).status).toBe(200);
    expect((await anna.call("GET", "/postings")).status).toBe(200);
    const stored = await house.store.account("anna.rossi");
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(await house.store.recentEvents(50, "anna.rossi"))).not.toContain(made.body.password);
  });

  it("a login is given out once", async () => {
    const again = await admin.call("POST", "/users", { login: "admin", name: "Altro", grants: on("lecce", "reader") });
    expect(again).toMatchObject({ status: 409, body: { refusal: "loginTaken" } });
  });

  it("an office that does not exist, and a network role on an office, are refused", async () => {
    for (const [grants, problem] of [
      [on("atlantide", "reader"), "unknownOwner"],
      [on("lecce", "networkEditor"), "networkRole"],
    ] as const) {
      const answer = await admin.call("POST", "/users", { login: "nuovo", name: "Nuovo", grants });
      expect(answer).toMatchObject({ status: 400, body: { details: { problem } } });
    }
  });

  it("[U4][U7] an office's administrator sees and makes people of the office, and no others", async () => {
    const chief = await person(...on("lecce", "administrator"));
    const desk = await person(...on("sportello", "reader"));
    const far = await person(...on("gallipoli", "reader"));
    const { body } = await chief.browser.call("GET", "/users");
    const seen = body.users.map((line: { user: { login: string } }) => line.user.login);
    expect(seen).toContain(desk.login);
    expect(seen).not.toContain(far.login);
    expect(seen).not.toContain("admin");
    expect(
      (await chief.browser.call("POST", `/users/${far.login}/disable`)).status,
      "not even told that it exists",
    ).toBe(404);
    for (const grants of [
      on("gallipoli", "reader"),
      on("*", "networkAdministrator"),
      on("lecce", "targeted"),
      on("*", "reader"),
    ]) {
      const answer = await chief.browser.call("POST", "/users", { login: `x${made}`, name: "X", grants });
      expect(answer, JSON.stringify(grants)).toMatchObject({
        status: 403,
        body: { details: { problem: "grantOutOfReach" } },
      });
    }
    expect(
      (await chief.browser.call("POST", "/users", { login: `x${made}`, name: "X", grants: [] })).body.details.problem,
    ).toBe("noGrants");
  });

  it("[U7] nor takes over somebody who has more than they do", async () => {
    const chief = await person(...on("lecce", "administrator"));
    const both = await person(...on("lecce", "reader"), ...on("gallipoli", "administrator"));
    for (const move of ["password", "disable"]) {
      const answer = await chief.browser.call("POST", `/users/${both.login}/${move}`);
      expect(answer, move).toMatchObject({ status: 403, body: { details: { problem: "notYourAccount" } } });
    }
    const { login, name, grants } = both;
    const expected = { name, grants };
    const changed = await chief.browser.call("PUT", `/users/${login}`, {
      name,
      grants: on("gallipoli", "administrator"),
      expected,
    });
    expect(changed.status, "but may take their own office's right away").toBe(200);
  });

  it("[U5] nobody raises themselves, not even the network", async () => {
    const chief = await person(...on("lecce", "administrator"));
    const mine = { name: chief.name, grants: chief.grants };
    const raised = await chief.browser.call("PUT", `/users/${chief.login}`, {
      ...mine,
      grants: [...chief.grants, ...on("sportello", "administrator")],
      expected: mine,
    });
    expect(raised).toMatchObject({ status: 403, body: { details: { problem: "ownRights" } } });
    expect(
      (await chief.browser.call("PUT", `/users/${chief.login}`, { ...mine, name: "Nome nuovo", expected: mine }))
        .status,
    ).toBe(200);
    for (const move of ["disable", "password"])
      expect((await admin.call("POST", `/users/admin/${move}`)).status, move).toBe(403);
  });

  it("[U6] the last network administrator stays, whoever asks", async () => {
    const second = await person(...on("*", "networkAdministrator"));
    const before = { name: "Amministrazione di rete", grants: on("*", "networkAdministrator") };
    const both = await Promise.all([
      second.browser.call("PUT", "/users/admin", { ...before, grants: on("lecce", "reader"), expected: before }),
      admin.call("POST", `/users/${second.login}/disable`),
    ]);
    // Each takes the other away at the same moment: one succeeds, the other is no longer anybody.
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = (await house.store.accounts()).filter(
      ({ user }) => !user.disabled && user.grants.some(({ role }) => role === "networkAdministrator"),
    );
    expect(left).toHaveLength(1);
    // By the machine's own hand: the last one can neither be closed nor demoted.
    const { login, name, grants } = left[0]?.user ?? { login: "", name: "", grants: [] };
    const machine = systemUser("test");
    await expect(disableUser(house.house, machine, login)).rejects.toMatchObject({ code: "lastAdministrator" });
    await expect(
      changeUser(house.house, machine, login, {
        name,
        grants: on("lecce", "reader"),
        expected: { name, grants: [...grants] },
      }),
    ).rejects.toMatchObject({ code: "lastAdministrator" });
    // Bring the first one back for the tests that follow.
    if (login !== "admin") {
      const demoted = (await house.store.account("admin"))?.user;
      await enableUser(house.house, machine, "admin");
      if (demoted)
        await changeUser(house.house, machine, "admin", {
          ...before,
          expected: { name: demoted.name, grants: [...demoted.grants] },
        });
      admin = browse(house);
      await admin.signIn("admin", PASSWORD);
    }
  });

  it("two administrators at once: the second is told, nothing is overwritten", async () => {
    const anna = await person(...on("lecce", "reader"));
    const expected = { name: anna.name, grants: anna.grants };
    const first = await admin.call("PUT", `/users/${anna.login}`, {
      name: anna.name,
      grants: on("lecce", "author"),
      expected,
    });
    expect(first.status).toBe(200);
    const second = await admin.call("PUT", `/users/${anna.login}`, {
      name: anna.name,
      grants: on("lecce", "publisher"),
      expected,
    });
    expect(second).toMatchObject({ status: 409, body: { refusal: "changedMeanwhile", details: { by: "admin" } } });
    expect(second.body.sentence).toContain("Nulla è stato sovrascritto");
  });
});

describe("what ends a session", () => {
  const stillIn = async (browser: Browser) => (await browser.call("GET", "/session")).status === 200;

  it.each(["disable", "password", "gateway", "sessions", "demotion"])("%s", async (how) => {
    const anna = await person(...on("lecce", "author"));
    expect(await stillIn(anna.browser)).toBe(true);
    const expected = { name: anna.name, grants: anna.grants };
    const answer =
      how === "sessions"
        ? await admin.call("DELETE", `/users/${anna.login}/sessions`)
        : how === "demotion"
          ? await admin.call("PUT", `/users/${anna.login}`, {
              name: anna.name,
              grants: on("lecce", "reader"),
              expected,
            })
          : await admin.call("POST", `/users/${anna.login}/${how}`);
    if (how === "gateway") {
      expect(answer.body.details.problem, "there is none in this house").toBe("noGateway");
      return;
    }
    expect(answer.status).toBeLessThan(300);
    expect(await stillIn(anna.browser)).toBe(false);
  });

  it("a right given ends nothing", async () => {
    const anna = await person(...on("lecce", "author"));
    const expected = { name: anna.name, grants: anna.grants };
    await admin.call("PUT", `/users/${anna.login}`, {
      name: anna.name,
      grants: on("lecce", "author", "translator"),
      expected,
    });
    expect(await stillIn(anna.browser)).toBe(true);
  });

  it("one's own sessions are listed, and each can be ended", async () => {
    const anna = await person(...on("lecce", "author"));
    const other = browse(house);
    await other.signIn(anna.login, own);
    const { body } = await anna.browser.call("GET", "/session/security");
    expect(body).toMatchObject({ way: "password", secondFactor: false });
    expect(body.sessions).toHaveLength(2);
    const elsewhere = body.sessions.find((session: { current: boolean }) => !session.current);
    const stranger = await person(...on("lecce", "author"));
    expect(
      (await stranger.browser.call("DELETE", `/session/others/${elsewhere.id}`)).status,
      "somebody else's session",
    ).toBe(404);
    expect((await anna.browser.call("DELETE", `/session/others/${elsewhere.id}`)).status).toBe(204);
    expect(await stillIn(other)).toBe(false);
    expect(await stillIn(anna.browser)).toBe(true);
  });
});

describe("the log", () => {
  it("people 32: says who changed whose rights, from what to what", async () => {
    const anna = await person(...on("lecce", "author"));
    const expected = { name: anna.name, grants: anna.grants };
    await admin.call("PUT", `/users/${anna.login}`, { name: anna.name, grants: on("lecce", "publisher"), expected });
    await admin.call("POST", `/users/${anna.login}/disable`);
    const [disabled, changed] = await house.store.recentEvents(2, anna.login);
    expect(changed).toMatchObject({
      actor: "admin",
      verb: "user.changed",
      facts: { before: expected, after: { grants: on("lecce", "publisher") } },
    });
    expect(disabled).toMatchObject({
      actor: "admin",
      facts: { before: { disabled: false }, after: { disabled: true } },
    });
    const verbs = (await house.store.recentEvents(20, anna.login)).map(({ verb }) => verb);
    expect(verbs).toContain("user.created");
    expect(verbs).toContain("user.signedIn");
    expect(await house.store.brokenChain()).toBe(null);
  });
});
