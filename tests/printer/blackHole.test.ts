// A hostile document reaches nothing: no server on this machine, no local file, no script. First through the printer
// as it is, then against the outermost wall alone, with everything else taken away.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser } from "puppeteer";
import puppeteer from "puppeteer";
import { expect, onTestFinished, test } from "vitest";
import { findBrowser } from "../../server/printer/findBrowser.ts";
import { launchBrowser, runsAsRoot } from "../../server/printer/launchBrowser.ts";
import { sampleJob, scratchFolder, testPrinter } from "./sampleJob.ts";

const SECRET = "SEGRETISSIMO";

test("a hostile posting causes no request, shows no file and runs no script (print 20)", {
  timeout: 60_000,
}, async () => {
  const canary = await startCanary();
  const secret = secretFile();
  const printer = testPrinter();
  const pdf = await printer.print(
    sampleJob({ html: hostile(canary.origin, secret), css: hostileCss(canary.origin, secret) }),
  );
  // A refresh set to strike later would land in the next job.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const next = await printer.print(sampleJob());
  expect(canary.requests).toEqual([]);
  const text = textOf(pdf);
  expect(text).toContain("innocuo");
  expect(text).not.toContain(SECRET);
  expect(text).not.toContain("eseguito");
  expect(textOf(next)).toContain("Serveuse");
});

test("the launch arguments alone stop every vector, scripts included (print 21)", { timeout: 60_000 }, async () => {
  const canary = await startCanary();
  const found = await findBrowser(undefined);
  if (!found) throw new Error("This test needs a browser");
  const walled = await launchBrowser(found, scratchFolder());
  onTestFinished(() => walled.stop());

  const open = await puppeteer.launch({
    executablePath: found.path,
    headless: "shell",
    pipe: true,
    args: runsAsRoot() ? ["--no-sandbox"] : [],
  });
  onTestFinished(() => open.close());
  const seen = await startCanary();
  await Promise.all([
    visit(walled.browser, hostile(canary.origin, secretFile())),
    visit(open, hostile(seen.origin, secretFile())),
  ]);
  expect(canary.requests).toEqual([]);
  expect(
    new Set(seen.requests).size,
    "the same page in an open browser must be seen, or the canary proves nothing",
  ).toBeGreaterThan(8);
});

async function visit(browser: Browser, html: string): Promise<void> {
  const page = await browser.newPage();
  await page.setContent(html, { waitUntil: "domcontentloaded" });
  await new Promise((resolve) => setTimeout(resolve, 2_500));
}

async function startCanary(): Promise<{ origin: string; requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    response.writeHead(200, { "access-control-allow-origin": "*" }).end();
  });
  server.on("upgrade", (request, socket) => {
    requests.push(request.url ?? "");
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

function secretFile(): string {
  const path = join(scratchFolder(), "secret.html");
  writeFileSync(path, `<p>${SECRET}</p>`);
  return `file://${path}`;
}

function textOf(pdf: Uint8Array): string {
  const path = join(scratchFolder(), "hostile.pdf");
  writeFileSync(path, pdf);
  return execFileSync("pdftotext", [path, "-"], { encoding: "utf8" });
}

const hostileCss = (origin: string, file: string): string =>
  `@import url("${origin}/import.css"); @import url("${file}");
   @font-face{font-family:Evil;src:url("${origin}/font.woff2")} body{font-family:Evil,serif;background:url("${origin}/background.png")}`;

const hostile = (origin: string, file: string): string => `
  <p>innocuo</p><style>${hostileCss(origin, file)}</style>
  <link rel="stylesheet" href="${origin}/link.css"><link rel="prefetch" href="${origin}/prefetch">
  <link rel="preload" as="image" href="${origin}/preload"><link rel="preconnect" href="${origin}">
  <link rel="prerender" href="${origin}/prerender"><link rel="icon" href="${origin}/icon">
  <img src="${origin}/img" srcset="${origin}/srcset 2x" onerror="document.body.append('eseguito')">
  <picture><source srcset="${origin}/picture"><img alt=""></picture>
  <svg><image href="${origin}/svg-image"/><use href="${origin}/svg-use#a"/><script>document.body.append("eseguito")</script></svg>
  <iframe src="${origin}/frame"></iframe><iframe src="${file}"></iframe><iframe srcdoc="<img src='${origin}/srcdoc'>"></iframe>
  <object data="${origin}/object"></object><object data="${file}"></object><embed src="${origin}/embed">
  <video src="${origin}/video" poster="${origin}/poster" autoplay></video><audio src="${origin}/audio" autoplay></audio>
  <img src="${file}"><table background="${origin}/table"><tr><td>x</td></tr></table>
  <template shadowrootmode="open"><img src="${origin}/shadow"></template>
  <form action="${origin}/form"><input type="image" src="${origin}/input" autofocus onfocus="this.form.submit()"></form>
  <script src="${origin}/script.js"></script>
  <script>
    document.body.append("eseguito");
    fetch("${origin}/fetch").catch(() => 0); new WebSocket("${origin.replace("http", "ws")}/websocket");
    navigator.sendBeacon("${origin}/beacon"); new EventSource("${origin}/events"); new Image().src = "${origin}/image";
    fetch("http://localhost:${new URL(origin).port}/localhost").catch(() => 0); fetch("http://[::1]:${new URL(origin).port}/six").catch(() => 0);
  </script>
  <meta http-equiv="refresh" content="1;url=${origin}/refresh">`;
