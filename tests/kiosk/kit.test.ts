// The kiosk kit as far as software can prove it: what it writes, that systemd accepts its units, and that the policies keep to the board's address.
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { describeWith } from "../setup/describeWith.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { openBridge } from "./openBridge.ts";

const KIT = resolve(import.meta.dirname, "../../kiosk/kit");
const folder = temporaryFolder();
const print = (address: string, to = folder, ...more: string[]) =>
  spawnSync("sh", [join(KIT, "provision.sh"), ...more, "--files", to, address], { encoding: "utf8" });

it("writes a screen's files below a folder and nothing else", () => {
  expect(print("https://bacheca.example.it/").status).toBe(0);
  const policies = JSON.parse(
    readFileSync(join(folder, "etc/chromium/policies/managed/bacheca.json"), "utf8"),
  ) as Record<string, unknown>;
  expect(policies).toMatchObject({
    // "*" alone leaves the browser's own pages open: a keyboard's Ctrl+T ended on one, in a Debian tree under a virtual display.
    URLBlocklist: ["*", "chrome://*"],
    URLAllowlist: ["https://bacheca.example.it"],
    NewTabPageLocation: "https://bacheca.example.it/kiosk/",
    TranslateEnabled: false,
    DeveloperToolsAvailability: 2,
    PrintingEnabled: false,
  });
  expect(readFileSync(join(folder, "etc/bacheca/screen.env"), "utf8")).toBe(
    "BACHECA_ADDRESS=https://bacheca.example.it\n",
  );
  for (const program of ["bacheca-vetro", "bacheca-schermo", "bacheca-guardia"]) {
    const path = join(folder, "usr/local/bin", program);
    expect(statSync(path).mode & 0o111).not.toBe(0);
    execFileSync("sh", ["-n", path]);
  }
});

it("prints without a question only where slips are wanted", () => {
  const to = temporaryFolder();
  expect(print("https://bacheca.example.it", to, "--slips").status).toBe(0);
  expect(readFileSync(join(to, "etc/bacheca/screen.env"), "utf8")).toContain("BACHECA_PRINTER=yes\n");
  const policies = readFileSync(join(to, "etc/chromium/policies/managed/bacheca.json"), "utf8");
  expect(JSON.parse(policies)).toMatchObject({ PrintingEnabled: true });
  expect(readFileSync(join(KIT, "bacheca-schermo"), "utf8")).toContain("BACHECA_PRINTER:+--kiosk-printing}");
});

it("lobby 13: asks a board without https by this machine's own address, which the browser takes for secure", () => {
  const to = temporaryFolder();
  expect(print("http://192.0.2.10", to, "--lan").status).toBe(0);
  const read = (path: string) => readFileSync(join(to, path), "utf8");
  expect(read("etc/bacheca/screen.env")).toBe("BACHECA_ADDRESS=http://localhost:8079\nBACHECA_FAR=http://192.0.2.10\n");
  expect(JSON.parse(read("etc/chromium/policies/managed/bacheca.json"))).toMatchObject({
    URLAllowlist: ["http://localhost:8079"],
  });
  expect(read("etc/systemd/system/bacheca-ponte.service")).toContain("systemd-socket-proxyd 192.0.2.10:80\n");
  expect(read("etc/systemd/system/bacheca-ponte.socket")).toContain("ListenStream=127.0.0.1:8079\n");
  for (const address of ["http://", "http://a.it/sotto", "http://a.it'", "ftp://a.it", ""])
    expect(print(address, temporaryFolder(), "--lan").status, address).toBe(2);
});

it("turns an upright screen, by the degrees there are", () => {
  const to = temporaryFolder();
  expect(print("https://bacheca.example.it", to, "--turn", "90").status).toBe(0);
  expect(readFileSync(join(to, "etc/bacheca/screen.env"), "utf8")).toContain("BACHECA_TURN=90\n");
  expect(print("https://bacheca.example.it", to, "--turn", "45").status).toBe(2);
});

it("lobby 35: leaves a keyboard neither another console nor a key that makes the screen dark", () => {
  expect(readFileSync(join(KIT, "bacheca-vetro"), "utf8")).toMatch(/^exec cage -d \$turns -- /m);
  expect(readFileSync(join(folder, "etc/systemd/logind.conf.d/bacheca-tasti.conf"), "utf8")).toMatch(
    /^HandleSuspendKey=ignore$/m,
  );
});

it("refuses an address over which nothing would be kept, or that is none", () => {
  for (const address of ["http://bacheca.example.it", "bacheca", "", "https://a.it/$(id)", "https://a.it' --x"])
    expect(print(address, temporaryFolder()).status, address).toBe(2);
});

it("waits for no network, restarts for ever, and keeps its profile", () => {
  const unit = readFileSync(join(KIT, "bacheca-schermo.service"), "utf8");
  expect(unit).toMatch(/^Restart=always$/m);
  expect(unit).toMatch(/^StartLimitIntervalSec=0$/m);
  expect(unit).not.toMatch(/network(-online)?\.target/);
  expect(readFileSync(join(KIT, "bacheca-schermo"), "utf8")).not.toMatch(/^\s*--(incognito|no-sandbox)/m);
});

describeWith(["systemd"], "systemd", () => {
  it("takes the kit's units", () => {
    print("https://bacheca.example.it");
    print("http://192.0.2.10:8080", folder, "--lan");
    const units = readdirSync(join(folder, "etc/systemd/system"));
    expect(units).toContain("bacheca-ponte.socket");
    const { stderr } = spawnSync(
      "systemd-analyze",
      ["verify", "--man=no", ...units.map((unit) => join(folder, "etc/systemd/system", unit))],
      { encoding: "utf8" },
    );
    // The programs are on the screen's machine, not on this one.
    const faults = stderr.split("\n").filter((line) => line.includes("bacheca") && !/is not executable/.test(line));
    expect(faults).toEqual([]);
  });

  it("lobby 13: hands a line on to the board by its own forwarder", async () => {
    const server = createHttpServer((_request, response) => void response.end("la bacheca"));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const bridge = await openBridge((server.address() as AddressInfo).port);
    try {
      expect(await (await fetch(bridge.origin)).text()).toBe("la bacheca");
    } finally {
      bridge.close();
      server.close();
    }
  });
});

it("lobby 23, 35: starts the screen again when its page or its browser hangs or another page is there, and not for one slow moment or a slow start", () => {
  const bin = temporaryFolder();
  const called = join(bin, "called");
  writeFileSync(join(bin, "systemctl"), `#!/bin/sh\necho "$@" >> ${called}\n`);
  const title = join(bin, "answer");
  writeFileSync(join(bin, "curl"), `#!/bin/sh\ncat ${title} 2>/dev/null\n`);
  writeFileSync(join(bin, "pkill"), "#!/bin/sh\n");
  for (const program of ["systemctl", "curl", "pkill"]) chmodSync(join(bin, program), 0o755);
  const board = (shown: string) => ({ title: shown, type: "page", url: "https://x/kiosk/" });
  const worker = {
    title: "Service Worker https://x/kiosk/worker.js",
    type: "service_worker",
    url: "https://x/kiosk/w",
  };
  /** Debian 13's browser lists its address bar so. */
  const part = { title: "chrome://omnibox-popup.top-chrome/", type: "page", url: "chrome://omnibox-popup.top-chrome/" };
  const look = (shown: string | null, ...beside: object[]) => {
    if (shown === null) rmSync(title, { force: true });
    else
      writeFileSync(title, JSON.stringify([part, worker, ...(shown === "" ? [] : [board(shown)]), ...beside], null, 2));
    execFileSync("sh", [join(KIT, "bacheca-guardia")], {
      env: { PATH: `${bin}:/usr/bin:/bin`, RUNTIME_DIRECTORY: bin, BACHECA_ADDRESS: "https://x" },
    });
    return existsSync(called) ? readFileSync(called, "utf8").trim().split("\n").length : 0;
  };
  for (const shown of ["Bacheca Viva 1", "Bacheca Viva 4", "Bacheca Viva 7"]) expect(look(shown)).toBe(0);
  expect(look("Bacheca Viva 7"), "once may be a slow moment").toBe(0);
  expect(look("Bacheca Viva 10")).toBe(0);
  expect(look("Bacheca Viva 10")).toBe(0);
  expect(look("Bacheca Viva 10"), "its script hangs").toBe(1);
  for (let time = 0; time < 11; time += 1) expect(look(null), "it may still be starting").toBe(1);
  expect(look(null), "the browser hangs").toBe(2);
  for (let time = 0; time < 3; time += 1) expect(look("Bacheca Viva"), "it waits to be paired").toBe(2);
  // Twice in a row: a page that prints, or is just being replaced, is there for a moment.
  const settings = { title: "Impostazioni", type: "page", url: "chrome://settings/" };
  expect(look("Bacheca Viva 11", settings)).toBe(2);
  expect(look("Bacheca Viva 12"), "it was gone again").toBe(2);
  expect(look("Bacheca Viva 13", settings)).toBe(2);
  expect(look("Bacheca Viva 14", settings), "a page beside the board's").toBe(3);
  expect(look("", settings)).toBe(3);
  expect(look("", settings), "a page in its place").toBe(4);
  expect(look("Bacheca Viva 15", board("Bacheca Viva 15"))).toBe(4);
  expect(look("Bacheca Viva 16", board("Bacheca Viva 15")), "the board twice").toBe(5);
  expect(readFileSync(called, "utf8")).toContain("restart bacheca-schermo.service");
  writeFileSync(join(bin, "state"), "");
  expect(look("Bacheca Viva 17"), "cut off while it wrote").toBe(5);
  const every = /^OnUnitActiveSec=(\d+)s$/m.exec(readFileSync(join(KIT, "bacheca-guardia.timer"), "utf8"))?.[1];
  // Up to three looks until it is sure that a page hangs, twelve for a browser, and what is left is for the start.
  expect(3 * Number(every)).toBeLessThan(20);
  expect(12 * Number(every)).toBeLessThan(70);
});

describe("the guard tells what is wrong with the line", () => {
  const why = (address: string) =>
    promisify(execFile)("sh", [join(KIT, "bacheca-guardia"), "--why"], {
      env: { PATH: "/usr/bin:/bin", BACHECA_ADDRESS: address },
    }).then(({ stdout }) => stdout);
  /** A server on a free port, as long as it is asked. */
  async function meeting(server: Server, scheme: string): Promise<string> {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    try {
      return await why(`${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.close();
    }
  }
  const answering = (status: number, body: string) =>
    createHttpServer((_request, response) => void response.writeHead(status).end(body));

  it("its name, a refused line, a certificate, another's page, a fault of the service", async () => {
    expect(await why("https://bacheca.invalid")).toContain("DNS");
    const closed = createHttpServer();
    await new Promise<void>((done) => closed.listen(0, "127.0.0.1", done));
    const { port } = closed.address() as AddressInfo;
    await new Promise<void>((done) => closed.close(() => done()));
    expect(await why(`http://127.0.0.1:${port}`)).toContain("rifiuta il collegamento");
    const ours = JSON.stringify({ publicUrl: "https://bacheca.example.it" });
    expect(await meeting(answering(200, ours), "http")).toContain("La bacheca risponde");
    expect(await meeting(answering(200, "<h1>Accedi</h1>"), "http")).toContain("un'altra pagina");
    expect(await meeting(answering(302, ""), "http")).toContain("un'altra pagina");
    expect(await meeting(answering(503, "{}"), "http")).toContain("ha un guasto");
    const folder = temporaryFolder();
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const asked = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
    execFileSync("openssl", [...asked, "-subj", "/CN=bacheca.example.it", "-keyout", key, "-out", cert], {
      stdio: "ignore",
    });
    const secured = createHttpsServer({ key: readFileSync(key), cert: readFileSync(cert) });
    expect(await meeting(secured, "https")).toContain("certificato");
  }, 60_000);
});
