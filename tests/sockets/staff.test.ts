// Staff connected live: who may enter /staff, and that a socket is closed within five seconds of the end of its session, whoever ended it.

import { pino } from "pino";
import { io as connect, type Socket } from "socket.io-client";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../server/app.ts";
import { createUser } from "../../server/services/createUser.ts";
import { systemUser } from "../../server/services/systemUser.ts";
import { openStore } from "../../server/store/openStore.ts";
import { type Browser, browse } from "../browse.ts";
import { anOffice } from "../builders.ts";
import { PASSWORD, type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
let admin: Browser;
const sockets: Socket[] = [];
const own = "una frase tutta mia";
let made = 0;

beforeAll(async () => {
  house = await startHouse({ demo: false });
  await house.store.write("test", Date.now(), async (tx) => {
    await tx.putOwner(anOffice("lecce"));
    await tx.record("owner.saved", "lecce");
  });
  await house.house.mirror.catchUp();
  admin = browse(house);
  await admin.signIn("admin", PASSWORD);
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});

async function person(): Promise<{ login: string; browser: Browser }> {
  made += 1;
  const login = `persona${made}`;
  const body = { login, name: login, grants: [{ role: "author" as const, on: "lecce" }], way: "password" as const };
  const { password } = await createUser(house.house, systemUser("test"), body, null);
  const browser = browse(house);
  await browser.signIn(login, password ?? "");
  await browser.call("POST", "/session/password", { current: password, next: own });
  return { login, browser };
}

function socketOf(browser: Browser | null, headers: Record<string, string> = {}, base = house.base): Promise<Socket> {
  const token = browser?.cookies.get("bacheca")?.value;
  const extraHeaders = { ...(token === undefined ? {} : { cookie: `bacheca=${token}` }), ...headers };
  const socket = connect(`${base}/staff`, {
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    extraHeaders,
  });
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", reject);
  });
}

/** Milliseconds until the socket is closed; fails after six seconds. */
function untilClosed(socket: Socket): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("still open")), 6000);
    socket.once("disconnect", () => {
      clearTimeout(timer);
      resolve(performance.now() - start);
    });
  });
}

describe("entering", () => {
  it("a stranger, a made-up token and a foreign page stay outside", async () => {
    await expect(socketOf(null)).rejects.toThrow("signInRequired");
    await expect(socketOf(null, { cookie: `bacheca=${"A".repeat(43)}` })).rejects.toThrow("signInRequired");
    await expect(socketOf(admin, { origin: "https://altrove.example" })).rejects.toThrow();
  });

  it("whoever must still change the first password stays outside", async () => {
    const body = {
      login: "appena",
      name: "Appena",
      grants: [{ role: "author" as const, on: "lecce" }],
      way: "password" as const,
    };
    const { password } = await createUser(house.house, systemUser("test"), body, null);
    const browser = browse(house);
    await browser.signIn("appena", password ?? "");
    await expect(socketOf(browser)).rejects.toThrow("signInRequired");
  });

  it("staff enter, and garbage on the line ends nothing", async () => {
    const socket = await socketOf((await person()).browser);
    for (const garbage of [undefined, null, "x", [], { __proto__: null }]) socket.emit("watch", garbage);
    socket.emit("anything", () => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(socket.connected).toBe(true);
    expect((await fetch(`${house.base}/healthz`)).status).toBe(200);
  });

  it("an open socket is no display, and sees no board", async () => {
    await socketOf((await person()).browser);
    expect(await (await fetch(`${house.base}/metrics`)).text()).toContain("bacheca_displays 0");
  });
});

describe("[K3] closed within five seconds", () => {
  it.each(["logout", "disable", "password", "sessions", "demotion", "removal of all rights", "own other session"])(
    "%s",
    async (how) => {
      const { login, browser } = await person();
      const socket = await socketOf(browser);
      const stays = await socketOf(admin);
      const said = new Promise((resolve) => socket.once("sessionEnded", () => resolve(true)));
      const closed = untilClosed(socket);
      const expected = { name: login, grants: [{ role: "author", on: "lecce" }] };
      const moves: Record<string, () => Promise<{ status: number }>> = {
        logout: () => browser.call("DELETE", "/session"),
        disable: () => admin.call("POST", `/users/${login}/disable`),
        password: () => admin.call("POST", `/users/${login}/password`),
        sessions: () => admin.call("DELETE", `/users/${login}/sessions`),
        demotion: () =>
          admin.call("PUT", `/users/${login}`, { name: login, grants: [{ role: "reader", on: "lecce" }], expected }),
        "removal of all rights": () => admin.call("PUT", `/users/${login}`, { name: login, grants: [], expected }),
        "own other session": async () => {
          const other = browse(house);
          await other.signIn(login, own);
          return other.call("DELETE", "/session/others");
        },
      };
      expect((await moves[how]?.())?.status).toBeLessThan(300);
      const took = await closed;
      expect(took).toBeLessThan(5000);
      expect(await said).toBe(true);
      expect(stays.connected, "nobody else's is closed").toBe(true);
    },
  );

  it("by another process on the same database", async () => {
    const { login, browser } = await person();
    const store = await openStore(house.config);
    const other = await createApp({ ...house.house, store, log: pino({ level: "silent" }) });
    await new Promise<void>((resolve) => other.server.listen(0, resolve));
    const address = other.server.address();
    const base = `http://localhost:${typeof address === "object" ? address?.port : 0}`;
    try {
      const socket = await socketOf(browser, {}, base);
      const closed = untilClosed(socket);
      expect((await admin.call("POST", `/users/${login}/disable`)).status).toBe(200);
      expect(await closed).toBeLessThan(5000);
    } finally {
      await other.close();
      await store.close();
    }
  });
});
