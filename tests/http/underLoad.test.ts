// What readers meet when something is wrong: the database stopped, too many at once, a proxy in between. Never an invented error.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { qrAddress } from "../../server/domain/address.ts";
import { base32 } from "../../server/domain/code.ts";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import { createAdmission } from "../../server/http/admission.ts";
import { readCatalogues } from "../../server/readCatalogues.ts";
import { createWords } from "../../templates/parts/words.ts";
import { aContent } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { type ShippedNginx, startShippedNginx } from "../setup/shippedNginx.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

async function publish(house: RunningHouse, more: Parameters<typeof aContent>[1] = {}) {
  const draft = await house.staff("POST", "/postings", { owner: "lecce", content: aContent("Cameriere", more) });
  const { code, revision } = draft.body.posting;
  const open = await house.staff("POST", `/postings/${code}/publish`, { expected: revision });
  return { code, revision: open.body.posting.revision };
}

describe("with the database stopped", () => {
  it("every live page, board, feed and sheet's address is still right, in every language", async () => {
    const house = await startHouse();
    const { code, revision } = await publish(house);
    await house.staff("PUT", `/postings/${code}/working`, {
      expected: revision,
      content: aContent("Cameriere di sala"),
    });
    await house.staff("POST", `/postings/${code}/publish`, { expected: revision + 1 });
    await house.store.close();
    const open = [...house.house.mirror.entries()].filter(({ posting }) => posting.state === "open");
    expect(open.length).toBeGreaterThan(30);
    for (const { posting } of open)
      for (const locale of CORE_LOCALES)
        expect((await fetch(`${house.base}/o/${posting.code}/${locale}`)).status).toBe(200);
    const sheet = await fetch(`${house.base}/o/${code}/it/${base32(revision)}`);
    expect(sheet.status, "a sheet of an earlier revision").toBe(200);
    expect(await sheet.text()).toContain("Cameriere di sala");
    for (const address of [
      "/",
      "/de/lecce",
      "/fr/?q=waiter",
      "/feed/en.xml",
      "/sitemap.xml",
      "/it/info/privacy",
      "/it/law/l68-99",
    ])
      expect((await fetch(house.base + address)).status, address).toBe(200);
    expect((await fetch(`${house.base}/readyz`)).status).toBe(503);
  }, 90_000);
});

describe("too many at once", () => {
  it("the public is asked in four languages to come back; staff, displays and health are let in [AD1][AD2]", async () => {
    const house = await startHouse();
    const words = createWords(readCatalogues(process.cwd()));
    const admission = createAdmission(words, CORE_LOCALES, { room: 0, late: 1000 });
    const server = createServer((request, response) => {
      if (!admission.refuse(request, response)) response.end("in");
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const base = `http://localhost:${(server.address() as AddressInfo).port}`;
    const refused = await fetch(`${base}/it/?q=cuoco`);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    const html = await refused.text();
    for (const locale of CORE_LOCALES) expect(html).toContain(`<p lang="${locale}"`);
    // Nobody's page reloads by itself (WCAG 2.2.1): there is a link to this very address.
    expect(html).not.toContain("http-equiv");
    expect(html.match(/<a href=""|<a href>/g)).toHaveLength(CORE_LOCALES.length);
    // Another network's exchange is let in like any other reader.
    expect((await fetch(`${base}/api/v1/eures/getAll`)).status).toBe(503);
    for (const reserved of ["/api/v1/session", "/admin/", "/kiosk/?office=lecce", "/socket.io/?EIO=4", "/healthz"])
      expect((await fetch(base + reserved)).status, reserved).toBe(200);
    admission.close();
    server.close();
    // And for real: a hundred and fifty searches at once are each answered, with a page or the announced 503, nothing else.
    const answers = await Promise.all(
      Array.from({ length: 150 }, (_, n) => fetch(`${house.base}/en/?q=waiter+${n}`).then(({ status }) => status)),
    );
    for (const status of answers) expect([200, 503]).toContain(status);
    expect((await house.staff("GET", "/session")).status).toBe(200);
  });
});

describeWith(["nginx", "openssl"], "behind the shipped nginx configuration", () => {
  const folder = temporaryFolder();
  let house: RunningHouse;
  let nginx: ShippedNginx;
  const get: ShippedNginx["get"] = (address, headers) => nginx.get(address, headers);

  beforeAll(async () => {
    house = await startHouse({ publicUrl: "https://bacheca.example.it" });
    nginx = await startShippedNginx(folder, `localhost:${house.config.port}`);
  }, 60_000);
  afterAll(() => nginx?.end());

  it("keeps public pages whatever is added to their address, in each encoding, and nothing of staff", async () => {
    const { code } = await publish(house);
    const kept = async (address: string) => (await get(address, { "accept-encoding": "br" })).headers["x-cache"];
    expect(await kept(`/o/${code}/en`)).toBe("MISS");
    // Kept for half a minute: on a machine busier than that it is asked for once more.
    await expect.poll(() => kept(`/o/${code}/en?fbclid=1`)).toBe("HIT");
    const plain = await get(`/o/${code}/en`, { "accept-encoding": "identity" });
    expect(plain.headers["content-encoding"]).toBe(undefined);
    expect(plain.text).toContain("</html>");
    for (const lang of ["de", "fr", "de"])
      expect((await get(`/o/${code}/x`, { "accept-language": lang })).text).toContain(`<html lang="${lang}"`);
    expect((await get("/api/v1/session", { cookie: "a=b" })).headers["x-cache"]).toBe(undefined);
    expect((await get("/it/?q=cuoco")).headers["set-cookie"]).toBe(undefined);
  });

  it("[CN3] a code scanned again a moment later is counted again, behind the proxy too, and without a cookie", async () => {
    const { code, revision } = await publish(house);
    const printed = qrAddress("", code, "fr", revision);
    const counted = async () => {
      const all = await house.house.store.displays.counts("2000-01-01", "2999-01-01");
      return all
        .filter((one) => one.kind === "scanned" && one.code === code)
        .reduce((sum, { times }) => sum + times, 0);
    };
    for (let scan = 1; scan <= 2; scan += 1) {
      // What stands between keeps it for a second; a phone brings no cookie, and takes none home.
      const scanned = async () => {
        const { status, headers } = await get(printed);
        expect([status, headers["set-cookie"]]).toEqual([200, undefined]);
        return headers["x-cache"];
      };
      await expect.poll(scanned, { interval: 1_100 }).not.toBe("HIT");
    }
    await expect.poll(counted).toBe(2);
  });

  it("only over TLS: who comes by http is sent on, and a browser that was here once does not come so again", async () => {
    const { code } = await publish(house);
    const sent = await fetch(`http://localhost:${nginx.plainPort}/o/${code}/de?x=1`, { redirect: "manual" });
    expect([sent.status, sent.headers.get("location")]).toEqual([301, `https://localhost/o/${code}/de?x=1`]);
    for (const address of [`/o/${code}/de`, "/it/", "/it/lecce", "/it/info/privacy", "/admin/"])
      expect((await get(address)).headers["strict-transport-security"], address).toMatch(/^max-age=\d{8}/);
  });

  it("a page that opens at an hour is asked for anew each second; while the server is away it is given for five minutes, then no longer kept", async () => {
    const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const { code, revision } = await publish(house, { window: { opens: { day, time: "10:00" }, closes: null } });
    const address = `/o/${code}/it`;
    const first = await get(address);
    expect([first.status, first.headers["x-cache"]]).toEqual([200, "MISS"]);
    expect(first.headers["cache-control"]).toContain("s-maxage=1,");
    await house.staff("POST", `/postings/${code}/close`, { expected: revision, reason: "withdrawn" });
    // How soon is told by `bench -- public proxy`: nginx counts in whole seconds.
    await expect.poll(async () => (await get(address)).status, { message: "withdrawn: gone from the proxy" }).toBe(410);
    const other = await publish(house, { window: { opens: { day, time: "10:00" }, closes: null } });
    await get(`/o/${other.code}/it`);
    await house.close();
    // Fresh for a second, then what was kept, since nobody answers.
    const stale = () => get(`/o/${other.code}/it`);
    await expect.poll(async () => (await stale()).headers["x-cache"]).toBe("STALE");
    const last = await stale();
    expect(last.status).toBe(200);
    expect(last.headers["cache-control"]).toContain("stale-if-error=300");
  });
});
