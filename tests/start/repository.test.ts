// The files that public software owes its readers: licence of every file, publiccode.yml, security, changes;
// and nothing that names the machine it was written on.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Tracked files that are still there; in an unpacked archive, without git, there is nothing to list. */
const tracked = existsSync(join(root, ".git"))
  ? execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
      .split("\0")
      .filter((path) => path !== "" && existsSync(join(root, path)))
  : [];

describe("licences", () => {
  test("LICENSE is the complete EUPL-1.2", () => {
    const licence = read("LICENSE");
    expect(licence).toBe(read("LICENSES/EUPL-1.2.txt"));
    expect(licence).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2/m);
    expect(licence).toMatch(/15\.\s*Applicable Law/);
    expect(licence).toMatch(/requires? the production of a new EUPL version\.\s*$/);
  });

  test("people 7: every file has a licence, and the text of every licence named is there", () => {
    const annotations = read("REUSE.toml");
    expect(annotations).toContain('path = "**"');
    const named = [...annotations.matchAll(/^SPDX-License-Identifier = "(.+)"$/gm)].flatMap((match) =>
      (match[1] as string).split(/ (?:AND|OR) /),
    );
    expect(named).toContain("EUPL-1.2");
    expect(named.filter((name) => !existsSync(join(root, "LICENSES", `${name}.txt`)))).toEqual([]);
  });
});

describe("people 6: publiccode.yml", () => {
  const publiccode = parse(read("publiccode.yml"));

  test.each([
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "categories",
    "developmentStatus",
    "softwareType",
    "description",
    "legal.license",
    "maintenance.type",
    "localisation.localisationReady",
    "localisation.availableLanguages",
  ])("%s is there", (path) => {
    const value = path.split(".").reduce((part: Record<string, unknown>, key) => part[key] as never, publiccode);
    expect(value).toBeDefined();
    expect(value).not.toEqual([]);
  });

  test.each(["it", "en"])("the description in %s has its three parts in the lengths allowed", (language) => {
    const { shortDescription, longDescription, features } = publiccode.description[language];
    expect(shortDescription.length).toBeLessThanOrEqual(150);
    expect(longDescription.length).toBeGreaterThanOrEqual(150);
    expect(longDescription.length).toBeLessThanOrEqual(10_000);
    expect(features.length).toBeGreaterThan(0);
  });

  test("says who maintains it, the licence of LICENSE, the version of package.json, and has no IT key", () => {
    const { contacts, contractors } = publiccode.maintenance;
    expect([...(contacts ?? []), ...(contractors ?? [])][0]?.name).toBeTruthy();
    expect(publiccode.legal.license).toBe("EUPL-1.2");
    expect(publiccode.softwareVersion).toBe(JSON.parse(read("package.json")).version);
    expect(Object.keys(publiccode).filter((key) => key.toUpperCase() === "IT")).toEqual([]);
    expect(new URL(publiccode.url).protocol).toBe("https:");
    expect(publiccode.localisation.availableLanguages).toEqual(["it", "en", "fr", "de"]);
  });
});

test("SECURITY.md says how to report, CHANGELOG.md names the version of package.json", () => {
  expect(read("SECURITY.md")).toMatch(/Report/);
  expect(read("CHANGELOG.md")).toContain(`## [${JSON.parse(read("package.json")).version}]`);
});

test("no tracked file names a path of somebody's machine", () => {
  // A path begins after a blank, a quote or a bracket; the same word inside a web address is none.
  const machine = /(?:^|[\s"'`(=:])\/(?:root|home|Users|work|workspace|builds)\/\w/m;
  const text = tracked.filter((path) => !/\.(?:woff2?|png|jpe?g|webp|pdf|xlsx|ico)$/.test(path));
  expect(text.filter((path) => machine.test(read(path)))).toEqual([]);
});
