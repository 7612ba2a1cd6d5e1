// What the project depends on: no install script unseen, no known weakness by an old version, one registry.
// Guards package.json and package-lock.json (people 3).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

interface Lock {
  readonly packages: Record<
    string,
    { version?: string; resolved?: string; integrity?: string; hasInstallScript?: boolean }
  >;
}
interface Manifest {
  readonly allowScripts: Record<string, boolean>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

const root = join(import.meta.dirname, "../..");
const lock: Lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const manifest: Manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

describe("packages", () => {
  test("people 3: every package with an install script is decided on in allowScripts", () => {
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect(scripted).not.toEqual([]);
    expect([...new Set(scripted)].filter((name) => !(name in manifest.allowScripts))).toEqual([]);
  });

  test.each([
    ["engine.io", "6.6.10"],
    ["socket.io-parser", "4.2.7"],
    ["ws", "8.21.0"],
    ["sharp", "0.35.4"],
    ["i18next", "26.3.4"],
    ["path-to-regexp", "8.4.0"],
    ["qs", "6.14.1"],
  ])("every %s is %s or newer", (name, floor) => {
    const versions = packages.filter(([path]) => nameOf(path) === name).map(([, { version = "0" }]) => version);
    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => isOlder(version, floor))).toEqual([]);
  });

  test("no package comes from anywhere but the npm registry, and each is known by its checksum", () => {
    // Without `resolved` npm takes the registry of whoever installs; the checksum makes sure that it is the same package.
    const elsewhere = packages.filter(
      ([, { resolved }]) => resolved?.startsWith("https://registry.npmjs.org/") === false,
    );
    expect(elsewhere.map(([path, { resolved }]) => `${path} ${resolved}`)).toEqual([]);
    expect(packages.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
  });

  test("versions are exact, so that two installations are alike", () => {
    const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

function isOlder(version: string, floor: string): boolean {
  const [own, least] = [version, floor].map((text) => text.split(/[.-]/).map(Number)) as [number[], number[]];
  const differs = least.findIndex((part, index) => (own[index] ?? 0) !== part);
  return differs !== -1 && (own[differs] ?? 0) < (least[differs] as number);
}
