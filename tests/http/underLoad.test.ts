// What readers meet when something is wrong: the database stopped, too many at once, a proxy in between. Never an invented error.
import type { ChildProcess } from "node:child_process";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { get as getSecurely } from "node:https";
import type { AddressInfo } from "node:net";
import { createServer as createTcp } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { base32 } from "../../server/domain/code.ts";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import { createAdmission } from "../../server/http/admission.ts";
import { readCatalogues } from "../../server/readCatalogues.ts";
import { createWords } from "../../templates/parts/words.ts";
import { aContent } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
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
    const { createServer } = await import("node:http");
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
  let nginx: ChildProcess;
  let port: number;
  let plainPort: number;
  let certificate: Buffer;

  /** Over TLS, the certificate checked. */
  function get(address: string, headers: Record<string, string> = {}): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const asking = { host: "localhost", port, path: address, headers, ca: certificate, agent: false };
      getSecurely(asking, async (response) => {
        let text = "";
        for await (const part of response.setEncoding("utf8")) text += part;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      }).on("error", reject);
    });
  }

  beforeAll(async () => {
    house = await startHouse({ publicUrl: "https://bacheca.example.it" });
    [port, plainPort] = [await freePort(), await freePort()];
    const [key, cert] = [path.join(folder, "privkey.pem"), path.join(folder, "fullchain.pem")];
    execFileSync(
      "openssl",
      `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout ${key} -out ${cert}`.split(
        " ",
      ),
      { stdio: "ignore" },
    );
    certificate = readFileSync(cert);
    const shipped = readFileSync(path.join(process.cwd(), "server/proxy/nginx.conf.example"), "utf8")
      .replace("listen 80;", `listen ${plainPort};`)
      .replace("listen 443 ssl http2;", `listen ${port} ssl http2;`)
      .replaceAll("/etc/letsencrypt/live/bacheca.example.it", folder)
      .replace("127.0.0.1:8080", `localhost:${house.config.port}`)
      .replaceAll("server_name bacheca.example.it;", "server_name localhost;")
      .replace("/var/cache/nginx/bacheca", path.join(folder, "cache"));
    mkdirSync(path.join(folder, "temp"), { recursive: true });
    const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${folder}/temp/${name};`)
      .join(" ");
    const user = process.getuid?.() === 0 ? "user root;" : "";
    writeFileSync(
      path.join(folder, "nginx.conf"),
      `${user} daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;\nevents {}\nhttp { ${temp}\n${shipped}\n}\n`,
    );
    nginx = spawn("nginx", ["-p", folder, "-c", path.join(folder, "nginx.conf")], {
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
      stdio: "ignore",
    });
    for (let tries = 0; tries < 100; tries += 1) {
      const up = await get("/healthz").then(
        ({ status }) => status === 200,
        () => false,
      );
      if (up) return;
      await wait(100);
    }
    throw new Error(readFileSync(path.join(folder, "error.log"), "utf8"));
  }, 60_000);
  afterAll(async () => {
    if (nginx.exitCode !== null) return;
    const ended = new Promise((resolve) => nginx.once("exit", resolve));
    nginx.kill("SIGTERM");
    await ended;
  });

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

  it("only over TLS: who comes by http is sent on, and a browser that was here once does not come so again", async () => {
    const { code } = await publish(house);
    const sent = await fetch(`http://localhost:${plainPort}/o/${code}/de?x=1`, { redirect: "manual" });
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

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

async function freePort(): Promise<number> {
  const server = createTcp();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
