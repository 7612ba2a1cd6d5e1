// What makes a second start quick and still right: a stamp is trusted exactly as long as the sources are the same.
import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../setup/temporaryFolder.ts";

interface Fingerprint {
  readonly quick: string;
}
interface Fingerprints {
  readFingerprint(root: string, sources: string[]): Fingerprint;
  isFresh(stamp: string, fingerprint: Fingerprint, context: string): boolean;
  writeStamp(stamp: string, fingerprint: Fingerprint, context: string): void;
}

const module = join(import.meta.dirname, "../../server/setup/fingerprint.mjs");
const { isFresh, readFingerprint, writeStamp }: Fingerprints = await import(module);
const root = temporaryFolder();
const stamp = join(root, "out", "stamp.json");
const current = () => readFingerprint(root, ["src", "one.json", "not-there"]);
const put = (path: string, text: string) => writeFileSync(join(root, path), text);

beforeEach(() => {
  rmSync(join(root, "src"), { recursive: true, force: true });
  mkdirSync(join(root, "src/deep"), { recursive: true });
  put("src/deep/a.ts", "a");
  put("one.json", "1");
  writeStamp(stamp, current(), "linux");
});

describe("a stamp", () => {
  test("is fresh while nothing changed", () => {
    expect(isFresh(stamp, current(), "linux")).toBe(true);
  });

  test("stays fresh when only the times changed, as in a copy, and remembers the new times", () => {
    utimesSync(join(root, "src/deep/a.ts"), 1, 1);
    const touched = current();
    expect(isFresh(stamp, touched, "linux")).toBe(true);
    expect(isFresh(stamp, { quick: touched.quick }, "linux")).toBe(true);
  });

  test.each([
    ["a file's content", () => put("src/deep/a.ts", "b")],
    ["a new file", () => put("src/b.ts", "")],
    ["a file less", () => rmSync(join(root, "src/deep/a.ts"))],
    ["a single file", () => put("one.json", "22")],
    ["a lost stamp", () => rmSync(stamp)],
    ["a torn stamp", () => writeFileSync(stamp, '{"quick":')],
  ])("is stale after %s", (_name, change) => {
    change();
    expect(isFresh(stamp, current(), "linux")).toBe(false);
  });

  test("is stale on another system", () => {
    expect(isFresh(stamp, current(), "darwin")).toBe(false);
  });
});
