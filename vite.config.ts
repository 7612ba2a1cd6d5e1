// The server and the two applications in the browser, one build each: `vite build --mode server`, `kiosk` and `admin` (called by
// server/setup/buildParts.mjs), `vite --mode kiosk` to develop. vitest reads this file too and gets its own settings.
import { resolve } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig, type UserConfig } from "vite";
import { keepBuilds } from "./server/setup/keepBuilds.ts";
import { onlyWebSocket } from "./server/setup/onlyWebSocket.ts";
import { plainBytes } from "./server/setup/plainBytes.ts";
import { testSettings } from "./tests/vitest.config.ts";

const root = import.meta.dirname;

/** Televisions keep the engine they left the factory with: webOS 2021 is Chromium 79. Staff have current browsers. */
const engines = {
  kiosk: { target: ["es2019", "chrome79"], cssTarget: "chrome79" },
  admin: { target: "es2022", cssTarget: "chrome111" },
} as const;

export default defineConfig(({ mode }) => {
  if (mode === "test" || mode === "full") return testSettings(mode);
  if (mode === "kiosk" || mode === "admin") return application(mode);
  if (mode === "server") return server();
  throw new Error("--mode server | kiosk | admin");
});

/** A language in one file: six took six ways through the service worker of a slow television. What only fingers need stays by itself. */
function wordsOf(path: string): string | null {
  const [, language, surface] = /[\\/]locales[\\/]([\w-]+)[\\/](\w+)\.json$/.exec(path) ?? [];
  return language === undefined || surface === "touch" ? null : `words-${language}`;
}

/** The service worker keeps its name: it is what a browser asks for again. */
const withWorker = {
  input: { index: resolve(root, "kiosk/index.html"), worker: resolve(root, "kiosk/worker.ts") },
  output: {
    entryFileNames: ({ name }: { readonly name: string }) =>
      name === "worker" ? "worker.js" : "assets/[name]-[hash].js",
    codeSplitting: { groups: [{ name: wordsOf }] },
  },
};

function application(name: keyof typeof engines): UserConfig {
  const { target, cssTarget } = engines[name];
  const server = "http://localhost:8080";
  return {
    root: resolve(root, name),
    base: `/${name}/`,
    plugins: name === "kiosk" ? [preact(), onlyWebSocket(), keepBuilds()] : [preact()],
    build: {
      outDir: resolve(root, "dist", name),
      // The display's earlier files stay for a week: keepBuilds takes them away.
      emptyOutDir: name !== "kiosk",
      ...(name === "kiosk" ? { rolldownOptions: withWorker } : {}),
      target: typeof target === "string" ? target : [...target],
      cssTarget,
      // A content policy without exceptions: nothing inlined as data, no inline script.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: true,
      sourcemap: false,
    },
    server: {
      fs: { allow: [root] },
      proxy: { "/api": server, "/posters": server, "/o/": server, "/socket.io": { target: server, ws: true } },
    },
  };
}

/** They have binaries or files of their own. */
const keptAsPackages = ["@node-rs/argon2", "@photostructure/sqlite", "puppeteer", "sharp"];

/** V8 keeps for good what it took to read the largest file: a large package has one of its own. */
const largePackages = {
  debugName: "large packages",
  minSize: 80_000,
  name: (path: string): string | null =>
    /[\\/]node_modules[\\/](?!.*[\\/]node_modules[\\/])@?([\w-]+)/.exec(path)?.[1] ?? null,
};

/** The server with its packages in few files: two thousand modules read one by one take two seconds of every start. Left readable, for stack traces. */
function server(): UserConfig {
  return {
    root,
    json: { stringify: true },
    plugins: [plainBytes()],
    // Two releases of one list.
    resolve: { dedupe: ["mime-db"] },
    ssr: { noExternal: true, external: keptAsPackages },
    build: {
      ssr: true,
      outDir: resolve(root, "dist/server"),
      emptyOutDir: true,
      target: "esnext",
      rolldownOptions: {
        input: {
          main: resolve(root, "server/main.ts"),
          cli: resolve(root, "server/cli.ts"),
          findBrowser: resolve(root, "server/printer/findBrowser.ts"),
        },
        output: {
          comments: false,
          codeSplitting: { groups: [largePackages] },
          entryFileNames: "[name].js",
          chunkFileNames: ({ isDynamicEntry }) => (isDynamicEntry ? "seldom/[name].js" : "shared/[name].js"),
        },
      },
    },
  };
}
