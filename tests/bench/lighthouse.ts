// Lighthouse's opinion of accessibility and best practices. It weighs 185 MB and is no part of the project: installed for the run into a
// temporary folder, and said to be missing where that cannot be. Called by public.ts.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OFFICE, startBenchHouse } from "./house.ts";
import type { Line } from "./table.ts";
import { printTable } from "./table.ts";

const VERSION = "12.8.2";
const CATEGORIES = ["accessibility", "best-practices"] as const;

export async function benchLighthouse(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bacheca-lighthouse-"));
  try {
    const installing = [
      "install",
      "--prefix",
      folder,
      "--no-audit",
      "--no-fund",
      "--ignore-scripts",
      `lighthouse@${VERSION}`,
    ];
    if ((await run("npm", installing, {})) !== 0) {
      process.stdout.write(`\nLighthouse: not measured, lighthouse@${VERSION} could not be installed by npm\n`);
      return;
    }
    await judge(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function judge(folder: string): Promise<void> {
  const house = await startBenchHouse();
  try {
    const [posting] = await house.board();
    const lines: Line[] = [];
    for (const path of [`/o/${posting?.code}/en`, `/it/${OFFICE}`, "/de/", `/fr/${OFFICE}/info`, "/it/info/feedback"]) {
      const report = join(folder, "report.json");
      rmSync(report, { force: true });
      await run(
        process.execPath,
        [
          join(folder, "node_modules/lighthouse/cli/index.js"),
          `http://localhost:${house.port}${path}`,
          `--only-categories=${CATEGORIES.join(",")}`,
          "--output=json",
          `--output-path=${report}`,
          "--quiet",
          "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage",
        ],
        { CHROME_PATH: process.env.PUPPETEER_EXECUTABLE_PATH ?? "" },
      );
      lines.push(...told(path.replace(posting?.code ?? "", "{code}"), read(report)));
    }
    printTable(`Lighthouse ${VERSION}, phone`, lines);
  } finally {
    await house.end();
  }
}

interface Report {
  readonly categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  readonly audits: Record<string, { score: number | null; title: string }>;
}

function read(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return null;
  }
}

function told(path: string, report: Report | null): Line[] {
  return CATEGORIES.map((name) => {
    const category = report?.categories[name];
    const score = Math.round((category?.score ?? 0) * 100);
    const failed = (category?.auditRefs ?? []).filter(
      ({ id, weight }) => weight > 0 && report?.audits[id]?.score === 0,
    );
    const why = failed.length > 0 ? ` (${failed.map(({ id }) => id).join(", ")})` : "";
    return {
      what: `${path}: ${name}${why}`,
      ours: category === undefined ? "no report" : String(score),
      limit: "100",
      within: score === 100,
    };
  });
}

async function run(command: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), 240_000);
  const code = await Promise.race([
    once(child, "exit").then(([status]) => Number(status ?? 1)),
    once(child, "error").then(() => 1),
  ]);
  clearTimeout(timer);
  return code;
}
