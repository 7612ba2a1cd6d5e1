// `npm run pictures -- readme`: starts the real server on a folder of its own and photographs screen, phone page, poster and desk for the README.
// The same posting on all of them: whatever the screen shows first.
import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "puppeteer";
import puppeteer from "puppeteer";
import sharp from "sharp";
import type { BoardAnswer, PostingAnswer } from "../../server/domain/httpContract.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";

const run = promisify(execFile);
const PASSWORD = "una-password-per-le-foto";

export async function takeReadmePictures(folder: string, browserPath: string, projectRoot: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(tmpdir(), "bacheca-pictures-"));
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const server = spawn(process.execPath, [join(projectRoot, "server/start.mjs")], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: join(work, "data"),
      ADMIN_PASSWORD: PASSWORD,
      PUBLIC_URL: "https://bacheca.example.org",
      DEMO: "1",
    },
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const browser = await puppeteer.launch({
    executablePath: browserPath,
    pipe: true,
    args: ["--no-sandbox", "--font-render-hinting=none"],
  });
  try {
    await until(async () => (await fetch(`${base}/readyz`)).ok);
    await pinRichest(base);
    return await photograph(browser, base, folder, work);
  } finally {
    await browser.close();
    server.kill("SIGTERM");
    await ended;
    await rm(work, { recursive: true, force: true });
  }
}

/** Pins the posting that states most, as an operator would at the desk, so that the pictures show what a full one looks like. */
async function pinRichest(base: string): Promise<void> {
  const headers: Record<string, string> = { "content-type": "application/json", "x-requested-with": "bacheca" };
  const signIn = JSON.stringify({ login: "admin", password: PASSWORD });
  const session = await fetch(`${base}/api/v1/session`, { method: "POST", headers, body: signIn });
  headers.cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const { postings } = (await (await fetch(`${base}/api/v1/boards/lecce`)).json()) as BoardAnswer;
  const stated = ({ content: { job, title, summary, requirements, window } }: PublicPosting) =>
    Number(title.occupation !== null) * 3 +
    Number((job?.contracts.length ?? 0) > 0) * 2 +
    Number(job?.pay != null) * 2 +
    Number(window.closes !== null) * 2 +
    Math.min(summary.length + requirements.length, 2);
  const richest = postings.toSorted((a, b) => stated(b) - stated(a))[0];
  if (richest === undefined) throw new Error("the demonstration has no postings");
  const address = `${base}/api/v1/postings/${richest.code}`;
  const { posting } = (await (await fetch(address, { headers })).json()) as PostingAnswer;
  const working = { expected: posting.revision, content: { ...richest.content, pinned: true } };
  const saved = (await (
    await fetch(`${address}/working`, { method: "PUT", headers, body: JSON.stringify(working) })
  ).json()) as PostingAnswer;
  const published = await fetch(`${address}/publish`, {
    method: "POST",
    headers,
    body: JSON.stringify({ expected: saved.posting.revision }),
  });
  if (!published.ok) throw new Error(await published.text());
}

async function photograph(browser: Browser, base: string, folder: string, work: string): Promise<string[]> {
  const files: string[] = [];
  const keep = async (name: string, picture: Uint8Array, width: number) => {
    const file = join(folder, `${name}.png`);
    await sharp(picture).resize({ width }).png({ palette: true, colours: 64 }).toFile(file);
    files.push(file);
  };
  const screen = await open(browser, `${base}/kiosk/?office=lecce&lang=en`, 1920, 1080);
  await screen.waitForSelector(".card");
  await settle(screen);
  await keep("screen", await screen.screenshot(), 1200);
  const code = /\/o\/([0-9A-Z]{7})/.exec(await screen.evaluate(() => document.body.textContent ?? ""))?.[1];
  if (code === undefined) throw new Error("the screen shows no posting");

  const phone = await open(browser, `${base}/o/${code}/en`, 390, 780, 2);
  await keep("phone", await phone.screenshot(), 520);

  const pdf = join(work, "poster.pdf");
  await writeFile(pdf, Buffer.from(await (await fetch(`${base}/posters/${code}.pdf?lang=en`)).arrayBuffer()));
  await run("pdftoppm", ["-r", "110", "-png", "-singlefile", pdf, join(work, "poster")]);
  await keep(
    "poster",
    await sharp(join(work, "poster.png"))
      .extend({ top: 2, bottom: 2, left: 2, right: 2, background: "#888888" })
      .toBuffer(),
    620,
  );

  const desk = await open(browser, `${base}/admin/`, 1440, 900);
  await desk.waitForSelector("input[type=password]");
  await desk.type("input[autocomplete=username]", "admin");
  await desk.type("input[type=password]", PASSWORD);
  await desk.keyboard.press("Enter");
  await desk.waitForSelector("table tbody tr");
  await settle(desk);
  await keep("desk", await desk.screenshot(), 1200);
  return files;
}

async function open(
  browser: Browser,
  address: string,
  width: number,
  height: number,
  deviceScaleFactor = 1,
): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor });
  await page.goto(address, { waitUntil: "load" });
  return page;
}

/** Fonts are there and a cross-fade is over. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => void (await document.fonts.ready));
  await new Promise((resolve) => setTimeout(resolve, 800));
}

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    if (await done().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("the server did not come up within a minute");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === "object" && address !== null ? address.port : 0;
}
