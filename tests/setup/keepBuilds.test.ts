// What a build of the display leaves behind: its own list, and the files of earlier builds for a week, for pages that were opened before.
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { expect, it } from "vitest";
import { keepBuilds } from "../../server/setup/keepBuilds.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

const DAY = 86_400_000;

it("lobby 14: files of an earlier build are there for a week after another took its place, and then not", async () => {
  const root = temporaryFolder();
  const dist = join(root, "dist");
  await mkdir(dist);
  const assets = () => readdirSync(join(dist, "assets")).sort();
  const listed = () => JSON.parse(readFileSync(join(dist, "build.json"), "utf8")) as { build: string };
  const make = async (text: string) => {
    writeFileSync(join(root, "index.html"), '<!doctype html><script type="module" src="./main.js"></script>');
    writeFileSync(join(root, "main.js"), `document.title = ${JSON.stringify(text)};`);
    await build({
      root,
      configFile: false,
      logLevel: "silent",
      plugins: [keepBuilds()],
      build: { outDir: dist, emptyOutDir: false },
    });
    return { name: listed().build, file: assets().find((name) => name.includes(listed().build)) ?? "" };
  };
  const age = (name: string, days: number) => {
    const at = new Date(Date.now() - days * DAY);
    utimesSync(join(dist, "assets", name), at, at);
  };
  const first = await make("one");
  // It was current for a month: its week begins when the next takes its place.
  age(first.file, 30);
  const second = await make("two");
  expect(second.name).not.toBe(first.name);
  expect(assets()).toEqual([first.file, second.file].sort());
  age(first.file, 7.1);
  // One that had its end a little later.
  writeFileSync(join(dist, "assets", "main-YOUNGER0.js"), "");
  age("main-YOUNGER0.js", 6.9);
  const third = await make("three");
  expect(existsSync(join(dist, "assets", first.file)), "its week is over").toBe(false);
  expect(assets()).toEqual(["main-YOUNGER0.js", second.file, third.file].sort());
});
