// lobby 35: the kiosk kit in a Debian tree bootstrapped anew, its units verified there, and the screen it makes attacked under a virtual display by keys,
// pointer and typed addresses, hung, killed, without its server, turned upright, and over plain HTTP by its bridge. Some twelve minutes, most of them
// Debian's packages; KIT_TREE=/folder keeps the tree for the next time.
import { lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createPosting } from "../../server/services/createPosting.ts";
import { pairDisplay } from "../../server/services/pairDisplay.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { freePort } from "../bench/programs.ts";
import { aContent, chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { inTree, makeDebianTree, provision, startBrowser, startScreen, type VirtualScreen } from "./debianTree.ts";
import { type KioskHouse, startKioskHouse } from "./kioskHouse.ts";

const UNITS = ["bacheca-schermo.service", "bacheca-guardia.service", "bacheca-guardia.timer"];
const BRIDGE = ["bacheca-ponte.socket", "bacheca-ponte.service"];
/** Called otherwise since Chromium 156, which heeds the old names too; those before it know no others. */
const RENAMED = ["AutofillAddressEnabled", "AutofillCreditCardEnabled"];
/** The processes of its page, and that of the browser itself. */
const [PAGE, PROGRAM] = [/--type=renderer/, /^(?!.*--type=).*--remote-debugging-port=9223/];
/** Where the kit's browser tells its pages. */
const BROWSER = "http://127.0.0.1:9223";
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One attack on one screen, from its code to its coming back: a second try would begin elsewhere. */
const once = (minutes: number) => ({ retry: 0, timeout: minutes * 60_000 });

/** What a keyboard that somebody plugged in can ask of a browser or a desktop. */
const SHORTCUTS =
  "ctrl+t ctrl+n ctrl+shift+n ctrl+o ctrl+s ctrl+p ctrl+u ctrl+j ctrl+h ctrl+l ctrl+f ctrl+d ctrl+shift+i ctrl+shift+j ctrl+shift+c F1 F3 F5 F6 F7 F10 F11 F12 Escape alt+Home alt+Left alt+d alt+e alt+f alt+space alt+Tab super ctrl+Escape ctrl+shift+Escape ctrl+alt+t ctrl+alt+Delete ctrl+alt+F2 shift+Escape ctrl+shift+o ctrl+shift+b ctrl+shift+Delete ctrl+shift+t ctrl+shift+m ctrl+Tab ctrl+1 ctrl+plus ctrl+minus ctrl+0 ctrl+r ctrl+shift+r Print Menu".split(
    " ",
  );
const ADDRESSES = [
  "https://example.org",
  "chrome://settings",
  "chrome://policy",
  "file:///etc/passwd",
  "javascript:document.write(1)",
  "data:text/html,out",
];

interface Target {
  readonly type: string;
  readonly url: string;
  readonly title: string;
}

describeWith(["debootstrap"], "the kiosk kit on a Debian machine", () => {
  let tree = "";
  let house: KioskHouse;
  let screen: VirtualScreen | null = null;
  beforeAll(async () => {
    tree = process.env.KIT_TREE ?? (await mkdtemp(join(tmpdir(), "bacheca-tree-")));
    house = await startKioskHouse();
    await makeDebianTree(tree, house.origin);
  }, 900_000);
  afterAll(async () => {
    await screen?.end();
    await house?.end();
    if (process.env.KIT_TREE === undefined) await rm(tree, { recursive: true, force: true });
  }, 120_000);

  const targets = async (): Promise<Target[]> =>
    fetch(`${BROWSER}/json/list`).then(
      (answer) => answer.json() as Promise<Target[]>,
      () => [],
    );
  /** Its own parts, which no tab can show, are called pages too. */
  const isPart = /^chrome:\/\/[a-z-]+\.top-chrome\//;
  const pages = async () => (await targets()).filter(({ type, url }) => type === "page" && !isPart.test(url));
  /**
   * Pages that show something else than the board. One that the browser refused to open is called by its own address, and a new tab opens the board under
   * its own; what stands on a page nobody can ask: the policies close the browser's line to whoever would steer it.
   */
  const escaped = async () => {
    const elsewhere = (await pages()).filter(
      ({ url, title }) => title !== "" && !title.startsWith("Bacheca Viva") && !url.includes(title.replace(/\/$/, "")),
    );
    return elsewhere.map(({ url, title }) => `${title} ${url}`);
  };
  /** One that is just being refused has its title before its address: what is there a moment later counts. */
  const nothingEscaped = (by: string) => expect.poll(escaped, { message: by, timeout: 3_000 }).toEqual([]);
  /** One page, the board's, and it paints: its title counts. */
  const onlyTheBoard = async () => {
    const all = await pages();
    return all.map(({ url, title }) => `${url} ${title.replace(/\d+$/, "n")}`);
  };

  it("has its units enabled, and systemd finds nothing wrong with them where their programs are", async () => {
    const enabled = (wants: string) => lstatSync(join(tree, "etc/systemd/system", wants)).isSymbolicLink();
    expect(enabled("multi-user.target.wants/bacheca-schermo.service")).toBe(true);
    expect(enabled("timers.target.wants/bacheca-guardia.timer")).toBe(true);
    const said = await inTree(tree, "systemd-analyze", "verify", "--man=no", ...UNITS);
    expect(said.split("\n").filter((line) => line.includes("bacheca"))).toEqual([]);
    expect(await inTree(tree, "getent", "passwd", "bacheca")).toContain("/usr/sbin/nologin");
  }, 60_000);

  it(
    "its guard tells by the tree's own programs why the board is not reached: no name, refused, silent",
    once(2),
    async () => {
      const why = (far: string) => inTree(tree, "env", `BACHECA_FAR=${far}`, "/usr/local/bin/bacheca-guardia", "--why");
      expect(await why(house.origin)).toContain("La bacheca risponde");
      expect(await why("https://bacheca.invalid")).toContain("DNS");
      expect(await why(`http://127.0.0.1:${await freePort()}`)).toContain("rifiuta il collegamento");
      // Taken, and never answered.
      const silent = createServer(() => undefined);
      await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
      expect(await why(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`)).toContain("non risponde");
      silent.close();
    },
  );

  it("its policies are all known to the browser that Debian has now, and none is mistaken", once(2), async () => {
    const written = JSON.parse(
      readFileSync(join(tree, "etc/chromium/policies/managed/bacheca.json"), "utf8"),
    ) as Record<string, unknown>;
    const folder = join(tree, "opt/policies");
    mkdirSync(folder, { recursive: true });
    // The page that judges policies is one of those they close.
    const open = { ...written, DeveloperToolsAvailability: 1, URLBlocklist: ["example.org"] };
    writeFileSync(join(folder, "open.json"), JSON.stringify(open));
    const port = await freePort();
    const child = startBrowser(tree, folder, port);
    try {
      const address = `http://127.0.0.1:${port}`;
      await expect
        .poll(
          () =>
            fetch(`${address}/json/version`).then(
              ({ ok }) => ok,
              () => false,
            ),
          { timeout: 60_000 },
        )
        .toBe(true);
      const browser = await puppeteer.connect({ browserURL: address });
      const page = await browser.newPage();
      await page.goto("chrome://policy");
      const judged = () =>
        page.evaluate(() => {
          const rows: string[][] = [];
          const look = (root: ParentNode) => {
            for (const element of root.querySelectorAll("*")) {
              const inside = element.shadowRoot;
              if (inside === null) continue;
              if (element.localName === "policy-row")
                rows.push(
                  [".name", ".value", ".messages"].map((one) => (inside.querySelector(one)?.textContent ?? "").trim()),
                );
              look(inside);
            }
          };
          look(document);
          return rows;
        });
      await expect.poll(async () => (await judged()).length, { timeout: 30_000 }).toBeGreaterThan(100);
      // All that there are stand on the page; those of nobody say "Not set.".
      const set = (await judged()).filter(([, value]) => value !== "");
      const judgementOf = (name = "", judgement = "") =>
        judgement === "Deprecated" && RENAMED.includes(name) ? "OK" : judgement;
      expect(set.map(([name, , judgement]) => `${name}: ${judgementOf(name, judgement)}`).sort()).toEqual(
        Object.keys(written)
          .map((name) => `${name}: OK`)
          .sort(),
      );
      await browser.disconnect();
    } finally {
      child.kill("SIGKILL");
    }
  });

  let paired = "";
  /** From the code on a glass that nobody but the visitors can read to a place. */
  const pair = async (origin: string, name: string) => {
    const parts = house.app().house;
    const asked = vi.spyOn(parts.store.displays, "putPairing");
    screen = await startScreen(tree);
    await expect.poll(onlyTheBoard, { timeout: 120_000 }).toEqual([`${origin}/kiosk/ Bacheca Viva`]);
    await expect.poll(() => asked.mock.lastCall, { timeout: 60_000 }).toBeDefined();
    const { code } = asked.mock.lastCall?.[0] ?? { code: "" };
    asked.mockRestore();
    ({ id: paired } = await pairDisplay(parts, chief, { code, office: "lecce", name, replace: null }));
    await expect.poll(onlyTheBoard, { timeout: 60_000 }).toEqual([`${origin}/kiosk/ Bacheca Viva n`]);
  };
  const beat = () => house.app().house.roll.seen(paired)?.beat;

  it(
    "asks for its place, shows the board once it is paired, and keeps all it needs to start alone",
    once(4),
    async () => {
      const parts = house.app().house;
      const draft = await createPosting(parts, chief, "lecce", aContent("Cuoca per la mensa"));
      await publishPosting(parts, chief, draft.code, draft.revision);
      await pair(house.origin, "Sala");
      await expect
        .poll(() => [beat()?.storage, beat()?.line, beat()?.causes, beat()?.viewport], { timeout: 60_000 })
        .toEqual(["full", "socket", [], "1024x768@1"]);
    },
  );

  it(
    "lobby 35: no key, click or typed address opens anything but the board, and within a minute it stands alone again",
    once(7),
    async () => {
      const hands = screen as VirtualScreen;
      for (const shortcut of SHORTCUTS) {
        await hands.keys(shortcut);
        await pause(150);
        await nothingEscaped(shortcut);
      }
      for (const address of ADDRESSES) {
        for (const way of ["ctrl+l", "alt+d", "F6"]) {
          await hands.keys(way);
          await hands.type(address);
          await hands.keys("Return");
        }
        await pause(1_000);
        await nothingEscaped(address);
      }
      await hands.pointer("mousemove", "640", "360", "click", "3");
      await hands.keys("Down", "Down", "Return");
      for (const moves of [
        ["mousemove", "5", "5", "click", "1", "click", "2"],
        ["mousemove", "1275", "5", "click", "1"],
        ["mousemove", "640", "2", "mousedown", "1", "mousemove", "640", "500", "mouseup", "1"],
        ["mousemove", "2", "360", "mousedown", "1", "mousemove", "900", "360", "mouseup", "1"],
      ])
        await hands.pointer(...moves);
      await pause(1_000);
      await nothingEscaped("pointer");
      await expect.poll(onlyTheBoard, { timeout: 120_000 }).toEqual([`${house.origin}/kiosk/ Bacheca Viva n`]);
    },
  );

  it("lobby 35: closed by its keys it comes back by itself, the board alone", once(4), async () => {
    const hands = screen as VirtualScreen;
    const before = hands.starts();
    await hands.keys("ctrl+w", "ctrl+shift+w", "ctrl+shift+q", "alt+F4");
    await expect.poll(() => hands.starts(), { timeout: 60_000 }).toBeGreaterThan(before);
    await expect.poll(onlyTheBoard, { timeout: 120_000 }).toEqual([`${house.origin}/kiosk/ Bacheca Viva n`]);
  });

  it.each([
    ["its page hangs", PAGE, "SIGSTOP", 30_000],
    ["its page is killed", PAGE, "SIGKILL", 90_000],
    ["its browser hangs", PROGRAM, "SIGSTOP", 90_000],
    ["its browser is killed", PROGRAM, "SIGKILL", 90_000],
  ] as const)("lobby 23: %s, and the board plays again", once(4), async (what, command, signal, limit) => {
    const hands = screen as VirtualScreen;
    const before = hands.starts();
    const began = Date.now();
    expect(hands.signal(command, signal)).toBeGreaterThan(0);
    await expect.poll(() => hands.starts(), { timeout: 120_000 }).toBeGreaterThan(before);
    const seen = Date.now() - began;
    await expect.poll(onlyTheBoard, { timeout: 60_000 }).toEqual([`${house.origin}/kiosk/ Bacheca Viva n`]);
    const spent = Date.now() - began;
    process.stdout.write(
      `${what}: started again after ${seen} ms, the board plays after ${spent} ms (limit ${limit})\n`,
    );
    expect(spent).toBeLessThan(limit);
  });

  it("starts without its server, and is told of again when that is back", once(4), async () => {
    const hands = screen as VirtualScreen;
    const before = hands.starts();
    await house.stop();
    hands.signal(PROGRAM, "SIGKILL");
    await expect.poll(() => hands.starts(), { timeout: 60_000 }).toBeGreaterThan(before);
    await expect.poll(onlyTheBoard, { timeout: 60_000 }).toEqual([`${house.origin}/kiosk/ Bacheca Viva n`]);
    await house.start();
    await expect.poll(() => beat()?.code, { timeout: 90_000 }).toMatch(/^\w{7}$/);
  });

  it("hangs upright with --turn", once(4), async () => {
    await screen?.end();
    await provision(tree, "--turn", "90", house.origin);
    screen = await startScreen(tree);
    await expect.poll(() => beat()?.viewport, { timeout: 120_000 }).toBe("768x1024@1");
  });

  it(
    "lobby 13: by the bridge of --lan a board without https is kept too, and starts without server or bridge",
    once(5),
    async () => {
      await screen?.end();
      const far = `http://127.0.0.1:${house.port}`;
      await provision(tree, "--lan", far);
      const said = await inTree(tree, "systemd-analyze", "verify", "--man=no", ...UNITS, ...BRIDGE);
      expect(said.split("\n").filter((line) => line.includes("bacheca"))).toEqual([]);
      const near = "http://localhost:8079";
      await pair(near, "Per il ponte");
      await expect
        .poll(() => [beat()?.storage, beat()?.line, beat()?.causes], { timeout: 60_000 })
        .toEqual(["full", "socket", []]);
      const hands = screen as VirtualScreen;
      const why = await inTree(tree, "/usr/local/bin/bacheca-guardia", "--why");
      expect(why).toContain(`La bacheca risponde: ${far}`);
      await house.stop();
      expect(hands.signal(/systemd-socket-proxyd/, "SIGKILL")).toBeGreaterThan(0);
      const before = hands.starts();
      hands.signal(PROGRAM, "SIGKILL");
      await expect.poll(() => hands.starts(), { timeout: 60_000 }).toBeGreaterThan(before);
      await expect.poll(onlyTheBoard, { timeout: 60_000 }).toEqual([`${near}/kiosk/ Bacheca Viva n`]);
    },
  );
});
