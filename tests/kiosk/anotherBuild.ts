// Builds of the display as tests make them: the built files renamed as another build would, and which of them a page runs. Called by newBuild and powerCut.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { expect } from "vitest";

interface Listed {
  readonly build: string;
  readonly files: readonly { readonly path: string; readonly digest: string }[];
}

/** The name of the build that this page runs. */
export const buildOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("script[src], link[rel=stylesheet]")]
      .map((one) => one.getAttribute("src") ?? one.getAttribute("href") ?? "")
      .flatMap((name) => /-([\w-]{8})\.(?:js|css)$/.exec(name)?.[1] ?? [])
      .sort()
      .join("."),
  );

/** What the page itself does every ten minutes. */
export const look = (page: Page) =>
  page.evaluate(() => navigator.serviceWorker.controller?.postMessage({ look: true }));

export function readBuild(folder: string): Listed {
  return JSON.parse(readFileSync(join(folder, "build.json"), "utf8")) as Listed;
}

/** The current build with every file under another name, each changed as told; the files before stay. Resolves to its name. */
export function anotherBuild(folder: string, mark: string, change: (name: string, text: string) => string): string {
  const before = readBuild(folder);
  const names = before.files.flatMap(({ path }) => (/^assets\/.*\.(js|css)$/.test(path) ? [path.slice(7)] : []));
  const renamed = (name: string) => name.replace(/-([\w-]{7})[\w-]\.(js|css)$/, `-$1${mark}.$2`);
  const rename = (text: string) => names.reduce((all, name) => all.replaceAll(name, renamed(name)), text);
  const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("base64");
  for (const name of names)
    writeFileSync(
      join(folder, "assets", renamed(name)),
      rename(change(name, readFileSync(join(folder, "assets", name), "utf8"))),
    );
  writeFileSync(join(folder, "index.html"), rename(readFileSync(join(folder, "index.html"), "utf8")));
  const files = before.files.map(({ path }) => {
    const now = rename(path);
    return { path: now, digest: digest(readFileSync(join(folder, now === "" ? "index.html" : now))) };
  });
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const name = [...page.matchAll(/<(?:script|link rel="stylesheet")[^>]*-([\w-]{8})\.(?:js|css)"/g)]
    .map(([, part]) => part)
    .sort()
    .join(".");
  writeFileSync(join(folder, "build.json"), JSON.stringify({ build: name, files }));
  expect(readdirSync(join(folder, "assets"))).toEqual(expect.arrayContaining(names));
  return name;
}
