// Displays over real HTTP and sockets: pairing, what a display's token opens, taking it back, replacement, urgent notices, counts.
import { randomBytes } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { qrAddress } from "../../server/domain/address.ts";
import type { Beat, Display } from "../../server/domain/display.ts";
import { USUAL_PROFILE } from "../../server/domain/display.ts";
import type { DisplaysAnswer, OwnDisplayAnswer, PairingAnswer } from "../../server/domain/displayContract.ts";
import type { PublicUrgent, Urgent } from "../../server/domain/urgent.ts";
import { apiRoutes } from "../../server/http/routes.ts";
import { pairDisplay } from "../../server/services/pairDisplay.ts";
import { chief } from "../builders.ts";
import { aBeat } from "../kiosk/aBeat.ts";
import { PASSWORD, type RunningHouse, startHouse } from "../startHouse.ts";
import { displayDesk } from "./displayDesk.ts";

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse();
  const passwordHash = await hash(PASSWORD);
  await house.store.write("test", Date.now(), async (tx) => {
    for (const login of ["seconda"]) {
      const grants = [{ role: "networkEditor", on: "*" }] as const;
      await tx.putAccount({
        user: { login, name: login, grants, mustChangePassword: false, disabled: false },
        passwordHash,
      });
    }
  });
});
const { newToken, device, staff, pair, connect, heard, hangUp } = displayDesk(() => house);
afterAll(hangUp);

describe("pairing", () => {
  it("[PA1] gives a device that shows a code its place; the code counts once (people 33)", async () => {
    const token = newToken();
    expect((await device("GET", "/display", token)).status, "nobody yet").toBe(401);
    const asked = await device<PairingAnswer>("POST", "/pairings", token);
    expect(asked.status).toBe(201);
    expect(asked.body.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(asked.body.expires - asked.body.now).toBe(600_000);
    const typed = `${asked.body.code.slice(0, 3).toLowerCase()} ${asked.body.code.slice(3)}`;
    const paired = await staff<{ display: Display }>("POST", "/displays/pair", {
      code: typed,
      office: "lecce",
      name: "Ingresso",
      replace: null,
    });
    expect(paired.status).toBe(201);
    const own = await device<OwnDisplayAnswer>("GET", "/display", token);
    expect(own.body.display).toMatchObject({ office: "lecce", name: "Ingresso", profile: USUAL_PROFILE });
    const again = await staff("POST", "/displays/pair", { code: typed, office: "lecce", name: "Altro", replace: null });
    expect(again.status).toBe(404);
    expect(JSON.stringify(await house.store.displays.displays())).not.toContain(token);
    expect(JSON.stringify(await house.store.recentEvents(50))).not.toContain(token.slice(1));
  });

  it("[PA1] a code older than ten minutes is none", async () => {
    const token = newToken();
    const { body } = await device<PairingAnswer>("POST", "/pairings", token);
    expect(await house.store.displays.takePairing(body.code, body.expires)).toBeNull();
  });

  it("[PA1] tells a device that has its place meanwhile to look again, never that it was taken back", async () => {
    const { token, display } = await pair("nel frattempo");
    const asked = await device<{ refusal: string; sentence: string }>("POST", "/pairings", token);
    expect([asked.status, asked.body.refusal]).toEqual([409, "wrongState"]);
    expect(asked.body.sentence).not.toMatch(/problems\.|displayPaired/);
    await staff("DELETE", `/displays/${display.id}`);
    const later = await device<{ refusal: string }>("POST", "/pairings", token);
    expect([later.status, later.body.refusal]).toEqual([401, "displayRevoked"]);
  });

  it("[PA1] one code at two desks at once: one place, one refusal", async () => {
    const token = newToken();
    const { body } = await device<PairingAnswer>("POST", "/pairings", token);
    const before = (await house.store.displays.displays()).length;
    const desks = ["Uno", "Due"].map((name) =>
      pairDisplay(house.house, chief, { code: body.code, office: "lecce", name, replace: null }),
    );
    const results = await Promise.allSettled(desks);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []))).toEqual(["unknownPairing"]);
    expect((await house.store.displays.displays()).length).toBe(before + 1);
    const won = results.flatMap((one) => (one.status === "fulfilled" ? [one.value.name] : []));
    expect([(await device<OwnDisplayAnswer>("GET", "/display", token)).body.display.name]).toEqual(won);
  });

  it("[DH1] stands five tries a minute", async () => {
    const body = { code: "ZZZZZZ", office: "lecce", name: "x", replace: null };
    const tries: { status: number; body: { details: { retryAfter?: number } } }[] = [];
    for (let n = 0; n < 7; n += 1) tries.push(await staff("POST", "/displays/pair", body));
    const looked = tries.filter(({ status }) => status === 404).length;
    expect(looked).toBeLessThanOrEqual(5);
    expect(tries.at(-1)?.status).toBe(429);
    expect(tries.at(-1)?.body.details.retryAfter).toBeGreaterThan(0);
    expect(tries.at(-1)?.body.details.retryAfter).toBeLessThanOrEqual(60);
  });

  it("refuses what no device would send: no token, a guessed one, one in the address", async () => {
    const bare = await fetch(`${house.base}/api/v1/display`);
    expect(bare.status).toBe(401);
    expect((await device("GET", "/display", newToken())).status).toBe(401);
    const { token } = await pair("indirizzo");
    expect((await fetch(`${house.base}/api/v1/display?token=${token}`)).status).toBe(401);
    expect(
      (await fetch(`${house.base}/api/v1/display`, { headers: { "user-agent": token, cookie: `bacheca=${token}` } }))
        .status,
    ).toBe(401);
  });
});

/** Begins as a JPEG does. */
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(200)]).toString("base64");

describe("a display's token", () => {
  it("[H5] reads its office's board and tells of itself; every other route answers 403", async () => {
    const { token } = await pair("diritti");
    const allowed = new Set([
      "get /boards/:office",
      "get /boards/:office/changes",
      "get /client",
      "get /display",
      "post /display/beat",
      "post /display/counts",
      "post /display/picture",
    ]);
    for (const route of apiRoutes({} as never)) {
      const key = `${route.method} ${route.path}`;
      if (key === "post /pairings") continue;
      const path = route.path.replace(":office", "lecce").replace(/:(\w+)/g, "0000000");
      const query = path.endsWith("/changes") ? "?since=0" : "";
      const body =
        route.method === "get"
          ? undefined
          : key === "post /display/beat"
            ? aBeat()
            : key === "post /display/counts"
              ? { batch: "prova-0001", counts: [] }
              : key === "post /display/picture"
                ? { picture: JPEG }
                : {};
      const { status } = await device(route.method.toUpperCase(), `${path}${query}`, token, body);
      expect(status, key).toBe(allowed.has(key) ? 200 : 403);
    }
    expect((await device("GET", "/boards/gallipoli", token)).status, "another office's board").toBe(403);
  });

  it("[DC1][K5] is taken back within a second, on the open line and over HTTP", async () => {
    const { token, display } = await pair("revoca");
    const line = connect(token);
    expect((await heard<OwnDisplayAnswer>(line, "display")).display.id).toBe(display.id);
    const gone = heard<string>(line, "unpaired");
    const asked = Date.now();
    expect((await staff("DELETE", `/displays/${display.id}`)).status).toBe(200);
    expect(await gone).toBe("revoked");
    expect(Date.now() - asked).toBeLessThan(1_000);
    const later = await device<{ refusal: string }>("GET", "/display", token);
    expect([later.status, later.body.refusal]).toEqual([401, "displayRevoked"]);
    expect(await heard<string>(connect(token), "unpaired")).toBe("revoked");
    expect(await heard<string>(connect(newToken()), "unpaired")).toBe("unknown");
    const { displays, unpaired, counts } = (await staff<DisplaysAnswer>("GET", "/displays")).body;
    expect(displays.some((one) => one.display.id === display.id)).toBe(false);
    expect(unpaired[0]).toMatchObject({
      display: { id: display.id },
      health: { state: "unpaired", causes: ["revoked"] },
    });
    expect(counts.unpaired).toBe(unpaired.length);
  });

  it("[K5] hears of a notice and of its end as a display also where another process wrote them down", async () => {
    const { token, display } = await pair("altro processo");
    const line = connect(token);
    await line.timeout(3_000).emitWithAck("watch", { office: "lecce", have: null });
    const [told, gone] = [heard<PublicUrgent[]>(line, "urgents", 20_000), heard<string>(line, "unpaired", 20_000)];
    const now = Date.now();
    const scope = { kind: "office", office: "lecce" } as const;
    // Into the store alone, as the command line or a second server has it.
    await house.store.write("altrove", now, async (tx) => {
      const { by, confirmedBy, endedAt } = { by: "altrove", confirmedBy: null, endedAt: null };
      const texts = { it: "Da altrove." };
      await tx.displays.putUrgent({
        id: "altrove",
        kind: "notice",
        scope,
        texts,
        from: now,
        until: now + 60_000,
        by,
        confirmedBy,
        endedAt,
      });
      await tx.record("urgent.raised", "altrove");
    });
    expect((await told).map(({ texts }) => texts.it)).toContain("Da altrove.");
    await house.store.write("altrove", now, async (tx) => {
      await tx.displays.putUrgent({
        id: "altrove",
        kind: "neutral",
        scope,
        texts: {},
        from: now,
        until: now + 1,
        by: "altrove",
        confirmedBy: null,
        endedAt: now,
      });
      await tx.displays.revokeTokens(display.id, now);
      await tx.displays.putDisplay({ ...display, revokedAt: now });
      await tx.record("display.revoked", display.id);
    });
    expect(await gone).toBe("revoked");
    await expect.poll(() => line.connected, { timeout: 20_000 }).toBe(false);
  });

  it("[PA2] passes to a replacement with everything but the old device", async () => {
    const first = await pair("vecchio");
    const profile = { ...USUAL_PROFILE, theme: "dark", locales: ["de", "it"] };
    await staff("PUT", `/displays/${first.display.id}`, { office: "lecce", name: "Sala", profile });
    const line = connect(first.token);
    await heard(line, "display");
    const gone = heard<string>(line, "unpaired");
    const second = await pair("Sala", "lecce", first.display.id);
    expect(second.display).toMatchObject({ id: first.display.id, profile });
    expect(await gone).toBe("revoked");
    expect((await device("GET", "/display", second.token)).status).toBe(200);
    expect((await device<{ refusal: string }>("GET", "/display", first.token)).body.refusal).toBe("displayRevoked");
    // Two at once, each with a device of its own: the place has one holder, and the other is told that it has none.
    const both = await Promise.all([pair("Sala", "lecce", first.display.id), pair("Sala", "lecce", first.display.id)]);
    const found = await Promise.all(both.map(({ token }) => device<unknown>("GET", "/display", token)));
    expect(found.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await device("GET", "/display", second.token)).status).toBe(401);
  });

  it("[K5] is replaced while it is just coming in: it is told so, and is no longer listened to", async () => {
    const { token, display } = await pair("in arrivo");
    const { token: read } = house.store.displays;
    const door: { looked: boolean; open: (() => void) | null } = { looked: false, open: null };
    const opened = new Promise<void>((resolve) => (door.open = resolve));
    // Its token was looked at; the other device comes before it has entered the room.
    house.store.displays.token = async (hash) => {
      const found = await read(hash);
      house.store.displays.token = read;
      door.looked = true;
      await opened;
      return found;
    };
    const line = connect(token);
    const gone = heard<string>(line, "unpaired", 20_000);
    await expect.poll(() => door.looked, { timeout: 20_000, interval: 10 }).toBe(true);
    await pair("in arrivo", "lecce", display.id);
    door.open?.();
    expect(await gone).toBe("revoked");
    await expect.poll(() => line.connected, { timeout: 20_000 }).toBe(false);
  });

  it("tells what it paints, and the desk sees it live, frozen or behind", async () => {
    const { token, display } = await pair("salute");
    const line = connect(token);
    await heard(line, "display");
    const state = async () =>
      (await staff<DisplaysAnswer>("GET", "/displays")).body.displays.find((one) => one.display.id === display.id)
        ?.health;
    expect(await state()).toEqual({ state: "offline", causes: ["neverSeen"] });
    const tell = async (beat: Beat) => {
      line.emit("beat", beat);
      await new Promise((resolve) => setTimeout(resolve, 60));
      return state();
    };
    expect(await tell(aBeat())).toEqual({ state: "live", causes: [] });
    expect(await tell(aBeat({ frameAge: 60_000 }))).toEqual({ state: "frozen", causes: ["noFrames"] });
    expect(await tell(aBeat({ due: -60_000 }))).toMatchObject({ state: "frozen" });
    expect(await tell(aBeat({ boardRevision: 0 }))).toMatchObject({ state: "stale" });
    expect(await tell(aBeat({ clock: "wrong" }))).toEqual({ state: "stale", causes: ["clock"] });
    expect(
      (
        await device<OwnDisplayAnswer>(
          "POST",
          "/display/beat",
          token,
          aBeat({ line: "polling", causes: ["socketBlocked"] }),
        )
      ).status,
    ).toBe(200);
    expect(await state()).toEqual({ state: "live", causes: ["socketBlocked"] });
    const wished = heard<OwnDisplayAnswer>(line, "display");
    await staff("POST", `/displays/${display.id}/wish`, { kind: "identify" });
    expect((await wished).display.wish?.kind).toBe("identify");
  });

  it("[CN1] hands in a batch of counts once, [CN2] and fewer than five are not told", async () => {
    const { token, display } = await pair("conti");
    const code = [...house.house.mirror.entries()][0]?.posting.code ?? "";
    const day = new Date().toISOString().slice(0, 10);
    const batch = {
      batch: "conti-00000001",
      counts: [
        { day, code, locale: "it", times: 7 },
        { day, code, locale: "de", times: 3 },
      ],
    };
    expect((await device("POST", "/display/counts", token, batch)).body).toEqual({ counted: true });
    expect((await device("POST", "/display/counts", token, batch)).body).toEqual({ counted: false });
    const told = await staff<{ counts: { place: string; locale: string; times: number | null }[] }>(
      "GET",
      `/displays/counts?from=${day}&to=${day}`,
    );
    const mine = told.body.counts.filter(({ place }) => place === display.id);
    expect(mine.map(({ locale, times }) => [locale, times]).sort()).toEqual([
      ["de", null],
      ["it", 7],
    ]);
  });
});

it("[CN3] counts scans of cards, walls and other paper apart, and neither invented places nor a page's own links", async () => {
  const { display } = await pair("scansioni");
  const posting = [...house.house.mirror.entries()].find(({ shown }) => shown?.state === "open")?.shown;
  if (posting == null) throw new Error("no open posting");
  const path = (place: string) => qrAddress("", posting.code, "de", posting.revision, place);
  await house.store.write("test", Date.now(), (tx) =>
    tx.paper.putWall({ id: "W7", office: "lecce", name: "Ingresso", removed: false }),
  );
  for (let time = 0; time < 6; time += 1) expect((await fetch(house.base + path(display.id))).status).toBe(200);
  for (let time = 0; time < 3; time += 1) expect((await fetch(house.base + path("W7"))).status).toBe(200);
  const unplaced = qrAddress("", posting.code, "fr", posting.revision);
  for (let time = 0; time < 2; time += 1) expect((await fetch(house.base + unplaced)).status).toBe(200);
  await fetch(house.base + path("zzzz"));
  // The same page from the link to another of its languages, as the page writes it.
  expect((await fetch(house.base + unplaced.toLowerCase())).status).toBe(200);
  const counts = async () =>
    (await house.store.displays.counts("2000-01-01", "2999-01-01")).filter(({ kind }) => kind === "scanned");
  await expect
    .poll(async () => (await counts()).map(({ place, locale, times }) => [place, locale, times]).sort(), {
      timeout: 20_000,
    })
    .toEqual(
      [
        [display.id, "de", 6],
        ["W7", "de", 3],
        ["", "fr", 2],
      ].sort(),
    );
}, 30_000);

describe("urgent notices", () => {
  it("reach the displays of the office within two seconds, and no others, and end", async () => {
    const [mine, other] = [connect((await pair("urgente")).token), connect((await pair("altrove", "gallipoli")).token)];
    for (const [line, office] of [
      [mine, "lecce"],
      [other, "gallipoli"],
    ] as const)
      await line.timeout(3_000).emitWithAck("watch", { office, have: null });
    const strange: unknown[] = [];
    other.on("urgents", (urgents) => strange.push(...urgents));
    const raised = heard<PublicUrgent[]>(mine, "urgents");
    const asked = Date.now();
    const { body } = await staff<{ urgent: Urgent }>("POST", "/urgents", {
      kind: "notice",
      scope: { kind: "office", office: "lecce" },
      texts: { it: "Uscire con calma." },
      hours: 1,
    });
    expect((await raised).map(({ texts }) => texts.it)).toEqual(["Uscire con calma."]);
    expect(Date.now() - asked).toBeLessThan(2_000);
    const kept = await fetch(`${house.base}/api/v1/boards/lecce`);
    expect(((await kept.json()) as { urgents: PublicUrgent[] }).urgents).toHaveLength(1);
    const ended = heard<PublicUrgent[]>(mine, "urgents");
    await staff("POST", `/urgents/${body.urgent.id}/end`);
    expect(await ended).toEqual([]);
    const again = heard<PublicUrgent[]>(mine, "urgents");
    expect((await staff("POST", `/urgents/${body.urgent.id}/end`, { back: true })).status).toBe(200);
    expect((await again).map(({ until }) => until)).toEqual([body.urgent.until]);
    expect((await staff("POST", `/urgents/${body.urgent.id}/end`, { back: true })).status).toBe(404);
    expect((await staff("POST", `/urgents/${body.urgent.id}/end`)).status).toBe(200);
    const { endUrgent } = await import("../../server/services/raiseUrgent.ts");
    const late = { ...house.house, clock: { ...house.house.clock, now: () => Date.now() + 61_000 } };
    await expect(endUrgent(late, chief, body.urgent.id, true)).rejects.toThrow();
    expect(strange).toEqual([]);
  });

  it("[X1] in words to the whole network need a second person; taking everything down does not", async () => {
    const line = connect((await pair("rete")).token);
    await line.timeout(3_000).emitWithAck("watch", { office: "lecce", have: null });
    const body = { kind: "notice", scope: { kind: "network" }, texts: { it: "Chiusi domani." }, hours: 2 };
    const raised = await staff<{ urgent: Urgent }>("POST", "/urgents", body);
    expect(raised.status).toBe(201);
    expect(house.house.roll.urgentsOf({ id: "lecce", parent: null, province: "LE" })).toEqual([]);
    expect((await staff<{ refusal: string }>("POST", `/urgents/${raised.body.urgent.id}/confirm`)).body.refusal).toBe(
      "secondPersonNeeded",
    );
    const { confirmUrgent } = await import("../../server/services/raiseUrgent.ts");
    const shown = heard<PublicUrgent[]>(line, "urgents");
    const second = (await house.store.account("seconda"))?.user;
    if (second === undefined) throw new Error("no second person");
    await confirmUrgent(house.house, second, raised.body.urgent.id);
    expect(await shown).toHaveLength(1);
    const cleared = heard<PublicUrgent[]>(line, "urgents", 5_000);
    await staff("POST", "/urgents", { kind: "neutral", scope: { kind: "network" }, texts: {}, hours: 1 });
    expect((await cleared).some(({ kind }) => kind === "neutral")).toBe(true);
  });
});
