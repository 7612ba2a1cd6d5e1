// Hostile words in every field that is printed, through the running server to the PDF and back: what was written is read, and nothing else happens.
// What never belongs to a posting (control characters, letters that turn the reading round, endless words) is refused where it is entered.
import { execFile } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import puppeteer from "puppeteer";
import { afterAll, expect, onTestFinished, test } from "vitest";
import type { Content } from "../../server/domain/content.ts";
import { drawnCodes } from "../../server/printer/drawnCodes.ts";
import { findBrowser } from "../../server/printer/findBrowser.ts";
import { runsAsRoot } from "../../server/printer/launchBrowser.ts";
import { aContent } from "../builders.ts";
import { aJob, aPay, aPlace } from "../pictures/publicPosting.ts";
import { describeWith } from "../setup/describeWith.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { startHouse } from "../startHouse.ts";

const run = promisify(execFile);
const SECRET = "SEGRETISSIMO";
const QDF = { encoding: "latin1", maxBuffer: 50_000_000 } as const;
const segment = (text: string) => ({ id: "s7", text });
const apply = { phone: "0832 123456", email: null, online: null, inPerson: null, note: null, documents: [] };

/** Every field of a posting that people write and a sheet shows. */
const FIELDS: Readonly<Record<string, (text: string) => Content>> = {
  title: (text) => aContent(text),
  summary: (text) => aContent("Cuoco", { summary: [segment(text)] }),
  duties: (text) => aContent("Cuoco", { duties: [segment(text)] }),
  employer: (text) => aContent("Cuoco", { employer: { name: text, type: "private" } }),
  municipality: (text) => aContent("Cuoco", { places: [aPlace(text, "LE")] }),
  area: (text) => aContent("Cuoco", { places: [aPlace("Lecce", "LE", { area: segment(text) })] }),
  duration: (text) => aContent("Cuoco", { job: aJob({ contracts: ["fixedTerm"], duration: segment(text) }) }),
  hours: (text) => aContent("Cuoco", { job: aJob({ hoursNote: segment(text) }) }),
  pay: (text) => aContent("Cuoco", { job: aJob({ pay: aPay(9, { note: segment(text) }) }) }),
  requirement: (text) => aContent("Cuoco", { requirements: [{ need: "required", phrase: null, text: segment(text) }] }),
  benefit: (text) => aContent("Cuoco", { benefits: [segment(text)] }),
  counter: (text) => aContent("Cuoco", { apply: { ...apply, inPerson: segment(text) } }),
  note: (text) => aContent("Cuoco", { apply: { ...apply, note: segment(text) } }),
};

describeWith(["browser", "pdftoppm", "qpdf"], "hostile words on paper", async () => {
  const house = await startHouse({ publicUrl: "https://bacheca.example.it" });
  const folder = temporaryFolder();
  const requests: string[] = [];
  const canary = createServer((request, response) => {
    requests.push(request.url ?? "");
    response.setHeader("access-control-allow-origin", "*").end();
  }).listen(0, "127.0.0.1");
  canary.on("upgrade", (request, socket) => {
    requests.push(request.url ?? "");
    socket.destroy();
  });
  await once(canary, "listening");
  afterAll(() => {
    canary.closeAllConnections();
    canary.close();
  });
  const at = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  const secret = join(folder, "s");
  writeFileSync(secret, SECRET);

  const enter = (content: Content) => house.staff("POST", "/postings", { owner: "lecce", content });
  async function printed(content: Content): Promise<{ text: string; source: string; codes: number }> {
    const { status, body } = await enter(content);
    expect(status, JSON.stringify(body)).toBe(201);
    const { code, revision } = body.posting;
    const { status: published } = await house.staff("POST", `/postings/${code}/publish`, { expected: revision });
    expect(published).toBe(200);
    const answer = await fetch(`${house.base}/posters/${code}.pdf?lang=it`);
    expect(answer.status).toBe(200);
    const pdf = new Uint8Array(await answer.arrayBuffer());
    const file = join(folder, "paper.pdf");
    writeFileSync(file, pdf);
    return {
      text: (await run("pdftotext", [file, "-"])).stdout,
      source: (await run("qpdf", ["--qdf", "--object-streams=disable", file, "-"], QDF)).stdout,
      codes: (await drawnCodes(pdf)).filter(({ text }) => text?.includes(`/O/${code}/IT/`)).length,
    };
  }
  // A line's end may break a word, with a hyphen or without.
  const bare = (text: string) => text.replace(/[\s\u00ad\u200b\u2060-]/gu, "");

  // Handbook, print.md section 4. Each asks the canary for its own name, where a browser lets it.
  const vectors: Readonly<Record<string, string>> = {
    css: `<style>body{background:url(${at}/css)}</style>`,
    import: `<style>@import"${at}/import"</style>`,
    font: `<style>@font-face{font-family:E;src:url(${at}/font)}p{font-family:E}</style><p>x`,
    image: `<img src=${at}/image>`,
    frame: `<iframe src=${at}/frame></iframe>`,
    object: `<object data=${at}/object></object>`,
    video: `<video src=${at}/video></video>`,
    socket: `<script>new WebSocket("${at.replace("http", "ws")}/socket")</script>`,
    fetch: `</style><script>fetch("${at}/fetch")</script>`,
    prefetch: `<link rel=prefetch href=${at}/prefetch>`,
    refresh: `<meta http-equiv=refresh content=0;url=${at}/refresh>`,
  };

  test("the canary is alive: an open browser asks it for every vector", { timeout: 60_000 }, async () => {
    const found = await findBrowser(undefined);
    const args = runsAsRoot() ? ["--no-sandbox"] : [];
    const open = await puppeteer.launch({ executablePath: found?.path as string, headless: true, pipe: true, args });
    onTestFinished(() => open.close());
    for (const [name, words] of Object.entries(vectors)) {
      const page = await open.newPage();
      await page.goto(`${at}/ground`);
      await page.setContent(words, { waitUntil: "domcontentloaded" }).catch(() => undefined);
      await expect.poll(() => requests, { timeout: 10_000, message: name }).toContain(`/${name}`);
      await page.close();
    }
    requests.length = 0;
  });

  test.each([
    ...Object.entries(vectors),
    ["a file's address", `<iframe src=file://${secret}></iframe><img src=file://${secret}>`],
    ["an endless script", "<script>for(;;);</script><img src=x onerror=for(;;);>"],
    ["templates", "{{title}} $t(poster:more) $" + "{7*7} <%= 7*7 %> #{7*7} &lt;b&gt; %00 \\u0041"],
    ["other scripts", "Cuoco مطبخ 👩‍🍳 Кухня 厨房 שלום fine"],
  ])(
    "%s in every field is printed as it was written, and nothing is fetched, read or run (print 20)",
    {
      timeout: 180_000,
    },
    async (what, words) => {
      for (const [field, contentWith] of Object.entries(FIELDS)) {
        const { text, source, codes } = await printed(contentWith(words));
        // Letters the typeface lacks come from the machine's fonts or as boxes: of those only the Latin words are looked for.
        const parts = what === "other scripts" ? ["Cuoco", "fine"] : [words];
        for (const part of parts) expect(bare(text), `${what} in ${field}`).toContain(bare(part));
        expect(text, field).not.toContain(SECRET);
        expect(codes, field).toBe(1);
        expect(source, field).not.toMatch(/\/(JavaScript|JS|Launch|EmbeddedFile|OpenAction)\b/);
      }
      expect(requests).toEqual([]);
    },
  );

  test.each([
    ["NUL", "Cuoco\u0000"],
    ["a control character", "Cuoco\u001b[31m"],
    ["a turned reading", "Cuoco \u202egnp.exe"],
    ["ten thousand letters", "W".repeat(10_000)],
  ])("%s is refused in every field, with a sentence", async (what, words) => {
    for (const [field, contentWith] of Object.entries(FIELDS)) {
      const { status, body } = await enter(contentWith(words));
      expect(status, `${what} in ${field}`).toBe(400);
      expect(body, `${what} in ${field}`).toMatchObject({ refusal: expect.any(String), sentence: expect.any(String) });
    }
  });

  test("the longest words a field takes stand on their sheet", { timeout: 120_000 }, async () => {
    for (const field of ["title", "summary", "counter"]) {
      const { codes } = await printed((FIELDS[field] as (text: string) => Content)("W".repeat(600)));
      expect(codes, field).toBe(1);
    }
  });
});
