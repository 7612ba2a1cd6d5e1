// Proves that the walls of the house bite: the linter refuses one file per forbidden thing, and lets its like pass.
// The files are written into a temporary folder with the project's own biome.json, and judged in one run.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "./temporaryFolder.ts";

const project = join(import.meta.dirname, "../..");
const folder = temporaryFolder();
const samples = new Map<string, string>();
let findings: string[] = [];

/** Plans a file beside `room`, under a name of its own; returns its path. */
function sample(room: string, source: string): string {
  const path = room.includes("sample.") ? room.replace("sample.", `sample${samples.size}.`) : room;
  samples.set(path, source);
  return path;
}

const bringing = (room: string, from: string) => sample(room, `import { x } from "${from}";\n\nconsole.log(x);\n`);

const refused = (path: string, rule: string) =>
  findings.some((line) => line.includes(`/${rule},`) && line.includes(`/${path},`));

beforeAll(() => {
  copyFileSync(join(project, "biome.json"), join(folder, "biome.json"));
  for (const [path, source] of samples) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  const biome = join(project, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--reporter=github", "--max-diagnostics=none", "."];
  findings = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" }).stdout.split("\n");
});

const forbidden: [room: string, from: string][] = [
  ["server/domain/sample.ts", "../store/store.ts"],
  ["server/domain/sample.ts", "../config.ts"],
  ["server/domain/sample.ts", "../../locales/it/kiosk.json"],
  ["server/domain/sample.ts", "node:fs"],
  ["server/domain/sample.ts", "express"],
  ["server/domain/checks/sample.ts", "../../store/store.ts"],
  ["server/domain/checks/sample.ts", "node:fs"],
  ["server/store/sample.ts", "../services/publishPosting.ts"],
  ["server/store/sqlite/sample.ts", "../../http/postings.ts"],
  ["server/store/sample.ts", "express"],
  ["server/services/sample.ts", "../store/sqlite.ts"],
  ["server/services/sample.ts", "../store/sql/postings.ts"],
  ["server/services/sample.ts", "../store/postgres/open.ts"],
  ["server/services/sample.ts", "kysely"],
  ["server/services/sample.ts", "pg"],
  ["server/services/sample.ts", "../http/postings.ts"],
  ["server/services/sample.ts", "../sockets/boards.ts"],
  ["server/services/sample.ts", "../main.ts"],
  ["server/http/sample.ts", "../store/sqlite.ts"],
  ["server/http/sample.ts", "../main.ts"],
  ["server/sockets/sample.ts", "../store/sql/changes.ts"],
  ["server/followers/sample.ts", "../store/postgres.ts"],
  ["server/http/sample.ts", "../../admin/api.ts"],
  ["server/printer/sample.ts", "../services/printPoster.ts"],
  ["server/printer/sample.ts", "../store/store.ts"],
  ["server/vocabularies/sample.ts", "../services/publishPosting.ts"],
  ["kiosk/sample.ts", "../server/services/changesSince.ts"],
  ["kiosk/cards/sample.tsx", "../../server/store/store.ts"],
  ["kiosk/sample.ts", "../admin/api.ts"],
  ["kiosk/sample.ts", "../templates/poster/Poster.tsx"],
  ["kiosk/sample.ts", "zod"],
  ["kiosk/sample.ts", "zod/mini"],
  ["admin/postings/sample.ts", "../../server/http/postings.ts"],
  ["admin/sample.ts", "../kiosk/board.ts"],
  ["admin/sample.ts", "../templates/poster/Poster.tsx"],
  ["admin/sample.ts", "node:fs"],
  ["templates/page/sample.ts", "../../server/services/publishPosting.ts"],
  ["templates/page/sample.ts", "../../kiosk/board.ts"],
  ["templates/poster/sample.ts", "node:fs"],
];

const allowed: [room: string, from: string][] = [
  ["server/domain/sample.ts", "./posting.ts"],
  ["server/domain/checks/sample.ts", "../section.ts"],
  ["server/domain/sample.ts", "zod"],
  ["server/store/sqlite.ts", "@photostructure/sqlite"],
  ["server/services/sample.ts", "../store/store.ts"],
  ["server/services/sample.ts", "../domain/posting.ts"],
  ["server/http/sample.ts", "../services/publishPosting.ts"],
  ["kiosk/cards/sample.ts", "../../server/domain/rotation.ts"],
  ["kiosk/sample.ts", "../templates/parts/Card.tsx"],
  ["kiosk/sample.ts", "../locales/it/kiosk.json"],
  ["admin/sample.ts", "../server/domain/posting.ts"],
  ["templates/page/sample.ts", "../parts/Card.tsx"],
];

describe("walls between the rooms", () => {
  test.each(forbidden.map(([room, from]) => [room, from, bringing(room, from)]))("%s may not import %s", (...row) => {
    expect(refused(row[2], "noRestrictedImports")).toBe(true);
  });

  test.each(allowed.map(([room, from]) => [room, from, bringing(room, from)]))("%s may import %s", (...row) => {
    expect(refused(row[2], "noRestrictedImports")).toBe(false);
  });
});

describe("rules of the house", () => {
  const long = "console.log(1);\n".repeat(301);
  const readPort = "console.log(process.env.PORT);\n";
  test.each([
    ["the environment", "noProcessEnv", sample("server/http/sample.ts", readPort)],
    ["an enum", "noEnum", sample("server/domain/sample.ts", "export enum Colour {\n  Red,\n}\n")],
    ["any", "noExplicitAny", sample("admin/sample.ts", "export const x: any = 1;\n")],
    ["a barrel file", "noBarrelFile", sample("server/services/index.ts", 'export * from "./publishPosting.ts";\n')],
    ["301 lines", "noExcessiveLinesPerFile", sample("server/http/sample.ts", long)],
    ["localStorage", "noRestrictedGlobals", sample("kiosk/sample.ts", 'localStorage.setItem("a", "b");\n')],
    [
      "localStorage deep in the touch mode (lobby 10)",
      "noRestrictedGlobals",
      sample("kiosk/touch/sample.ts", 'localStorage.setItem("a", "b");\n'),
    ],
    ["a cycle", "noImportCycles", sample("server/services/round.ts", cyclic("turn", "round"))],
    ["a cycle", "noImportCycles", sample("server/services/turn.ts", cyclic("round", "turn"))],
  ])("%s is refused by %s", (_name, rule, path) => {
    expect(refused(path, rule)).toBe(true);
  });

  const config = sample("server/config.ts", readPort);
  test("the environment is read in server/config.ts", () => {
    expect(refused(config, "noProcessEnv")).toBe(false);
  });
});

function cyclic(other: string, own: string): string {
  return `import { ${other} } from "./${other}.ts";\n\nexport const ${own} = () => ${other};\n`;
}
