// Sheets that come by themselves: a file laid into an office's folder, a feed asked over https; only listed hosts, nothing followed elsewhere. [IS1][IS2][IS3]
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import { followSources } from "../../server/followers/sources.ts";
import { deskToday } from "../../server/services/deskToday.ts";
import { readSource } from "../../server/services/readSource.ts";
import { feedId, listSources, noteSource } from "../../server/services/sourceStates.ts";
import { anOffice, chief } from "../builders.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { weeklySheet } from "../sheets.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

const folder = temporaryFolder();
const FEED = { url: "https://dati.example.it/offerte.csv", office: "lecce" };
let house: RunningHouse;
let stop: () => Promise<void> = async () => {};
const sheet = weeklySheet(1, 5).replaceAll("\t", ";");
const asked: RequestInit[] = [];

beforeAll(async () => {
  mkdirSync(join(folder, "lecce"));
  house = await startHouse({ demo: false });
  await house.store.write("test", Date.now(), async (tx) => {
    await tx.putOwner(anOffice("lecce"));
    await tx.record("owner.saved", "lecce");
  });
  await house.house.mirror.catchUp();
  const env = {
    IMPORT_FOLDER: folder,
    IMPORT_FEEDS: JSON.stringify([FEED]),
    IMPORT_HOSTS: "dati.example.it",
    IMPORT_PUBLISH: "1",
  };
  const { sources } = readConfig(env);
  const config = { ...house.house.config, sources };
  const answer = async (_url: unknown, how?: RequestInit) => {
    asked.push(how ?? {});
    return new Response(sheet, { headers: { "content-type": "text/csv" } });
  };
  stop = followSources({ ...house.house, config }, answer as typeof fetch, 200);
});
afterAll(() => stop());

const from = (system: string) =>
  [...house.house.mirror.entries()]
    .filter(({ posting }) => posting.origin?.system === system)
    .map(({ posting }) => posting);
function lay(name: string, text: string): void {
  const path = join(folder, "lecce", name);
  writeFileSync(path, text);
  utimesSync(path, Date.now() / 1000 - 60, Date.now() / 1000 - 60);
}

it("[IS3] reads a feed once it starts, publishes it, and follows it nowhere else", async () => {
  await expect.poll(() => from("sheet:lecce:feed:dati.example.it/offerte.csv").length, { timeout: 60_000 }).toBe(5);
  expect(from("sheet:lecce:feed:dati.example.it/offerte.csv").every(({ state }) => state === "open")).toBe(true);
  expect(asked[0]?.redirect).toBe("error");
});

it("[IS2] takes a file laid into the folder, and next week's in its place", async () => {
  lay("offerte 48.csv", weeklySheet(101, 6).replaceAll("\t", ";"));
  await expect.poll(() => readdirSync(join(folder, "lecce/done")).length, { timeout: 60_000 }).toBe(2);
  expect(from("sheet:lecce:folder:lecce")).toHaveLength(6);
  lay("offerte 49.csv", weeklySheet(103, 6).replaceAll("\t", ";"));
  await expect
    .poll(
      () =>
        from("sheet:lecce:folder:lecce")
          .map(({ state }) => state)
          .sort(),
      { timeout: 60_000 },
    )
    .toEqual(["closed", "closed", ...Array.from({ length: 6 }, () => "open")]);
}, 150_000);

it("[IS2] lays aside what it cannot read, with the reason in plain words beside it", async () => {
  lay("rotto.xlsx", "PK nothing");
  const said = join(folder, "lecce/refused/rotto.xlsx.txt");
  await expect
    .poll(() => (existsSync(said) ? readFileSync(said, "utf8") : ""), { timeout: 60_000 })
    .toContain("non si legge");
  expect(readdirSync(join(folder, "lecce/refused"))).toContain("rotto.xlsx");
}, 150_000);

it("[SS1] the desk is told how each source last did, and a feed that goes away and comes back is written down twice", async () => {
  const { sources } = readConfig({
    IMPORT_FOLDER: folder,
    IMPORT_FEEDS: JSON.stringify([FEED]),
    IMPORT_HOSTS: "dati.example.it",
    IMPORT_PUBLISH: "1",
  });
  const desk = { ...house.house, config: { ...house.house.config, sources } };
  const told = async () =>
    Object.fromEntries((await listSources(desk, chief)).sources.map((one) => [one.name, one.last]));
  const before = await told();
  expect(before["lecce/"]).toMatchObject({ outcome: "refused", file: "rotto.xlsx" });
  expect(before["lecce/"]?.lines.join(" ")).toContain("non si legge");
  expect(before["dati.example.it/offerte.csv"]).toMatchObject({ outcome: "done" });
  expect((await listSources(desk, { ...chief, grants: [{ role: "author", on: "altrove" }] })).sources).toEqual([]);
  const revision = async () => (await house.store.head()).revision;
  const feed = { id: feedId(FEED.url) };
  const gone = () => noteSource(desk, feed.id, { outcome: "unreachable", file: "" });
  const start = await revision();
  await gone();
  await gone();
  expect((await told())["dati.example.it/offerte.csv"]?.outcome).toBe("unreachable");
  expect(await revision()).toBe(start + 1);
  expect((await deskToday(desk, chief, null)).sources).toBe(2);
  const source = { ...FEED, id: feed.id, kind: "vacancy" as const };
  await readSource(desk, source, { bytes: new TextEncoder().encode(sheet), name: "offerte.csv" });
  expect((await told())["dati.example.it/offerte.csv"]?.outcome).toBe("unchanged");
});

it("[IS1] only https, only listed hosts", () => {
  const feeds = (url: string) => ({
    IMPORT_FEEDS: JSON.stringify([{ url, office: "lecce" }]),
    IMPORT_HOSTS: "dati.example.it",
  });
  expect(() => readConfig(feeds("http://dati.example.it/a.csv"))).toThrow(/IMPORT_FEEDS/);
  expect(() => readConfig(feeds("https://169.254.169.254/latest"))).toThrow(/IMPORT_HOSTS/);
  expect(() => readConfig(feeds("https://dati.example.it:8443/a.csv"))).toThrow(/IMPORT_HOSTS/);
  expect(readConfig(feeds("https://dati.example.it/a.csv")).sources.feeds).toHaveLength(1);
});
