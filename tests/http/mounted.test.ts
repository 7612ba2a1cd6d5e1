// Nothing answers outside the table of routes but a short list of public things, each with its reason. A further one fails here until
// somebody has decided that it may be public. (trust 33)
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type RunningHouse, startHouse } from "../startHouse.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Every place that mounts something on Express or opens a namespace of sockets, by file, in order. */
const MOUNTED: Readonly<Record<string, readonly string[]>> = {
  "server/app.ts": [
    'app.get("/healthz"', // alive, for whoever runs it
    'app.get("/readyz"',
    'app.get("/metrics"', // figures that name nobody
    "app.use(helmet(", // headers only
    'app.use("/kiosk"', // the display's own files
    'app.use("/admin"', // the desk's own files: no data in them
    'app.use("/api/v1"', // the table
    'app.use("/files"', // files hung on open postings
    'app.use("/posters"', // paper of published postings
    "app.use(bulletinRoutes(", // paper of published postings
    'app.use("/listen"', // published postings read aloud
    "app.use(pictureRoutes(", // pictures of published postings
    "app.use(pages.router", // public pages
  ],
  "server/http/appFiles.ts": [
    'router.get("/worker.js"',
    'router.get("/icon.svg"',
    'router.get("/app/:lang.webmanifest"',
  ],
  "server/http/attachments.ts": ['router.get("/:code/:id"'], // gone with the posting
  "server/http/bulletins.ts": ['router.get("/offices/:office/bulletin.pdf"'],
  "server/http/socialPictures.ts": ['router.get("/pictures/:file.png"'],
  "server/http/applications.ts": ['router.use("/assets"', "router.get(/.*/"],
  "server/http/calendars.ts": ['router.get("/o/:code.ics"'],
  "server/http/feeds.ts": [
    'router.get("/feed/:lang.:format"',
    'router.get("/feed/:lang/:office.:format"',
    'router.get("/feed/:lang/:office/:section.:format"',
  ],
  "server/http/listen.ts": ['router.get("/:code/:lang"'],
  "server/http/mountRoutes.ts": ["router[route.method](route.path", "router.use((request", "router.use((thrown"],
  "server/http/newsletter.ts": [
    'router.post("/:lang/info/channels"', // asks for the weekly mail: an address, confirmed by its owner
    'router.get("/:lang/mail/:token{/leave}"',
    'router.post("/:lang/mail/:token"',
    'router.post("/:lang/mail/:token/leave"',
  ],
  "server/http/pages.ts": [
    "router.use(feedRoutes(",
    "router.use(sitemapRoutes(",
    "router.use(appFiles(",
    "router.use(calendarRoutes(",
    "router.use(reportForm(",
    "router.use(newsletterPages(",
    "router.get(/.*/",
  ],
  "server/http/posters.ts": ['router.get("/:file.pdf"', 'router.get("/:file.html"'], // paper of published postings
  "server/http/reports.ts": ['router.post("/:lang/info/feedback"'], // the only form a stranger may send: a note to the office
  "server/http/sitemap.ts": [
    'router.get("/sitemap.xml"',
    'router.get("/sitemap-:number.xml"',
    'router.get("/robots.txt"',
  ],
  "server/sockets/displays.ts": ["io.use((socket"], // a display's token: adds to what the public board says
  "server/sockets/staff.ts": ['io.of("/staff"', "namespace.use((socket"], // only with a session
};

const MOUNT =
  /\b(?:app|api|router|\w+Router|io|namespace)(?:\.(?:get|post|put|patch|delete|all|use|route|of)|\[[\w.]+\])\(\s*(?:"[^"]*"|\/\.\*\/|\(?[\w.]+\(?)/g;

describe("what answers", () => {
  it("is in the table of routes, or in this list", () => {
    const found: Record<string, string[]> = {};
    for (const entry of readdirSync(join(ROOT, "server"), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || !/\.(ts|tsx|mjs)$/.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      // Looking at connected sockets mounts nothing.
      const calls = (readFileSync(file, "utf8").match(MOUNT) ?? [])
        .map((call) => call.replace(/\(\s+/, "("))
        .filter((call) => call !== 'io.of("/"');
      if (calls.length > 0) found[relative(ROOT, file)] = calls;
    }
    expect(found).toEqual(MOUNTED);
  });

  describe("a running house", () => {
    let house: RunningHouse;
    beforeAll(async () => {
      house = await startHouse({ demo: false });
    });

    it.each([
      "/",
      "/it/",
      "/o/0000000/it",
      "/posters/0000000.pdf",
      "/admin/",
      "/kiosk/",
      "/assets/page.css",
      "/metrics",
      "/feed/it.xml",
    ])("%s takes nothing but questions, and sets no cookie", async (path) => {
      for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
        const answer = await fetch(`${house.base}${path}`, { method, body: "{}" });
        expect(answer.status, method).toBeGreaterThanOrEqual(400);
        expect(answer.status, method).toBeLessThan(500);
      }
      const asked = await fetch(`${house.base}${path}`, { redirect: "manual" });
      expect(asked.headers.getSetCookie()).toEqual([]);
    });
  });
});
