// The display's program as a television fetches it, beside a bare one of the same libraries (preact, i18next, socket.io-client by WebSocket) built in the
// same run by the same bundler. Called by lobby.ts.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "vite";
import { readConfig } from "../../server/config.ts";
import { type Line, printTable } from "./table.ts";

const ROOT = readConfig({}).projectRoot;
/** speed.md, requirement 24. */
const LIMIT = 1.35;
const BARE = `
import i18next from "i18next";
import { h, render } from "preact";
import { io } from "socket.io-client";
const words = i18next.createInstance();
void words.init({ lng: "it", resources: { it: { translation: { shown: "{{n}}" } } } });
io("/", { transports: ["websocket"] }).on("n", (n) => render(h("p", null, words.t("shown", { n })), document.body));
`;

export async function benchProgram(): Promise<void> {
  const bare = await bareProgram();
  const files = readdirSync(join(ROOT, "dist/kiosk/assets"));
  const page = readFileSync(join(ROOT, "dist/kiosk/index.html"), "utf8");
  const size = (wanted: (name: string) => boolean) =>
    files
      .filter((name) => name.endsWith(".js") && current.has(name) && wanted(name))
      .reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(ROOT, "dist/kiosk/assets", name))).length, 0);
  const listed = JSON.parse(readFileSync(join(ROOT, "dist/kiosk/build.json"), "utf8")) as {
    readonly files: readonly { readonly path: string }[];
  };
  // Files of earlier builds stay for a week.
  const current = new Set(listed.files.map(({ path }) => path.replace("assets/", "")));
  const first = size((name) => page.includes(name));
  const whole = first + size((name) => name.startsWith("openLine-"));
  const touch = size((name) => /^(TouchGlass|largeGlass)-/.test(name));
  printTable("Lobby, the display's program, brotli; peer: preact, i18next and socket.io-client alone", [
    told("before the first posting is painted", first, bare),
    told("all that a display which is not touched runs", whole, bare),
    { what: "fetched besides where it is touched or written large", ours: kilobytes(touch) },
  ]);
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

function told(what: string, ours: number, bare: number): Line {
  const ratio = ours / bare;
  return {
    what,
    ours: kilobytes(ours),
    peer: kilobytes(bare),
    ratio: `${ratio.toFixed(2)} ×`,
    limit: `${LIMIT} ×`,
    within: ratio <= LIMIT,
  };
}

async function bareProgram(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "bare-kiosk-"));
  try {
    writeFileSync(join(folder, "bare.js"), BARE);
    const modules = join(ROOT, "node_modules");
    const alias = Object.fromEntries(
      ["i18next", "preact", "socket.io-client"].map((name) => [name, join(modules, name)]),
    );
    await build({
      configFile: false,
      logLevel: "error",
      root: folder,
      resolve: { alias },
      build: {
        outDir: join(folder, "out"),
        target: ["es2019", "chrome79"],
        modulePreload: false,
        rolldownOptions: { input: join(folder, "bare.js") },
      },
    });
    const assets = join(folder, "out/assets");
    return readdirSync(assets).reduce(
      (sum, name) => sum + brotliCompressSync(readFileSync(join(assets, name))).length,
      0,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
