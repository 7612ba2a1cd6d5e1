// What a phone loads and how soon the page is there: bytes over the wire and the largest contentful paint, in a real Chromium held to a slow
// network and a slow processor. Called by public.ts.
import type { CDPSession, Page } from "puppeteer";
import { launch, PredefinedNetworkConditions } from "puppeteer";
import { OFFICE, startBenchHouse } from "./house.ts";
import type { Line } from "./table.ts";
import { median, ms, printTable } from "./table.ts";

const ROUNDS = 3;
const LIMITS = { page: 70_000, scripts: 50_000, paint: 2500 };

export async function benchWeight(): Promise<void> {
  const house = await startBenchHouse();
  const executablePath = process.env.PUPPETEER_EXECUTABLE_PATH;
  const browser = await launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
  try {
    const [posting] = await house.board();
    const lines: Line[] = [];
    for (const path of [`/o/${posting?.code}/de`, `/it/${OFFICE}`, "/en/"]) {
      const loads: Loaded[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const context = await browser.createBrowserContext();
        loads.push(await load(await context.newPage(), `http://127.0.0.1:${house.port}${path}`));
        await context.close();
      }
      lines.push(...told(path.replace(posting?.code ?? "", "{code}"), loads));
    }
    printTable(`Weight on a phone: slow 4G, processor four times slower, empty cache, median of ${ROUNDS}`, lines);
  } finally {
    await browser.close();
    await house.end();
  }
}

interface Loaded {
  readonly page: number;
  readonly scripts: number;
  readonly paint: number;
}

async function load(page: Page, address: string): Promise<Loaded> {
  await page.setViewport({ width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  const session = await page.createCDPSession();
  const bytes = await watchBytes(session);
  await page.emulateNetworkConditions(PredefinedNetworkConditions["Slow 4G"]);
  await page.emulateCPUThrottling(4);
  await page.goto(address, { waitUntil: "networkidle0", timeout: 60_000 });
  // In words: what runs there is not compiled with the browser's types.
  const paint = (await page.evaluate(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
      .observe({ type: "largest-contentful-paint", buffered: true });
  })`)) as number;
  const of = (...types: string[]) => types.reduce((sum, type) => sum + (bytes.get(type) ?? 0), 0);
  return { page: of("Document", "Stylesheet", "Font"), scripts: of("Script"), paint };
}

/** Bytes as they came over the wire, head and body, by kind of resource. */
async function watchBytes(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, type }) => void kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "";
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  await session.send("Network.enable");
  return bytes;
}

function told(path: string, loads: readonly Loaded[]): Line[] {
  const page = median(loads.map((one) => one.page));
  const scripts = median(loads.map((one) => one.scripts));
  const paint = median(loads.map((one) => one.paint));
  return [
    {
      what: `${path}: page, style sheet and fonts`,
      ours: `${page} B`,
      limit: `${LIMITS.page} B`,
      within: page > 0 && page <= LIMITS.page,
    },
    { what: "  scripts", ours: `${scripts} B`, limit: `${LIMITS.scripts} B`, within: scripts <= LIMITS.scripts },
    { what: "  largest contentful paint", ours: ms(paint), limit: ms(LIMITS.paint), within: paint <= LIMITS.paint },
  ];
}
