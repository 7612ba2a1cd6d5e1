// What the display's build leaves beside its files: build.json, from which the service worker takes a whole build, and the files of earlier builds,
// kept for a week because pages that were opened before still ask for them. A plugin of Vite; used by vite.config.ts.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

interface Listed {
  readonly build: string;
  readonly files: readonly { readonly path: string; readonly digest: string }[];
}

const KEPT_MS = 7 * 86_400_000;

export function keepBuilds(): Plugin {
  let folder = "";
  return {
    name: "keep-builds",
    configResolved(config) {
      folder = config.build.outDir;
    },
    /** What is current until now begins its week. */
    buildStart() {
      const before = readBuild(folder);
      const now = new Date();
      for (const { path } of before?.files ?? [])
        if (path !== "" && existsSync(join(folder, path))) utimesSync(join(folder, path), now, now);
    },
    writeBundle({ dir = folder }, bundle) {
      const files = Object.keys(bundle).filter((name) => name.startsWith("assets/"));
      const page = readFileSync(join(dir, "index.html"));
      const listed = files.sort().map((path) => ({ path, digest: digest(readFileSync(join(dir, path))) }));
      const build: Listed = { build: nameOf(page.toString()), files: [{ path: "", digest: digest(page) }, ...listed] };
      writeFileSync(join(dir, "build.json"), `${JSON.stringify(build)}\n`);
      const current = new Set(files);
      for (const name of readdirSync(join(dir, "assets"))) {
        const path = join(dir, "assets", name);
        if (!current.has(`assets/${name}`) && statSync(path).mtimeMs < Date.now() - KEPT_MS) rmSync(path);
      }
    },
  };
}

/** The same name the page gives itself (kiosk/builds.ts): the digests in the names of its script and style sheet. */
function nameOf(html: string): string {
  const names = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+)"[^>]*>/g)].filter(([tag]) =>
    /<script|rel="stylesheet"/.test(tag),
  );
  return names
    .flatMap(([, name = ""]) => /-([\w-]{8})\.(?:js|css)$/.exec(name)?.[1] ?? [])
    .sort()
    .join(".");
}

const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("base64");

function readBuild(folder: string): Listed | null {
  try {
    return JSON.parse(readFileSync(join(folder, "build.json"), "utf8")) as Listed;
  } catch {
    return null;
  }
}
