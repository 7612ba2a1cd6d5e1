// What reaches a display: built as it will be served, and looked through for what has no business there, also by way of a module of the domain.
// What an old television cannot read is looked for in tests/kiosk/bundle.test.ts.
import { join } from "node:path";
import { build } from "vite";
import { beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const built = { modules: [] as string[] };

beforeAll(async () => {
  const configFile = join(root, "vite.config.ts");
  const result = await build({ configFile, mode: "kiosk", logLevel: "silent", build: { write: false } });
  for (const { output } of Array.isArray(result) ? result : "output" in result ? [result] : []) {
    for (const part of output) {
      if (part.type === "chunk") built.modules.push(...Object.keys(part.modules).map((id) => id.replaceAll("\\", "/")));
    }
  }
}, 60_000);

test("holds the display and the domain, and nothing else of the server", () => {
  const own = built.modules.filter((id) => id.startsWith(`${root}/`) && !id.includes("/node_modules/"));
  expect(own).not.toEqual([]);
  expect(
    own.filter((id) => !/^\/(?:kiosk|locales|server\/domain|templates\/parts)\//.test(id.slice(root.length))),
  ).toEqual([]);
});

test("holds no zod: a display checks what it receives with a few lines of its own", () => {
  expect(built.modules.filter((id) => id.includes("/node_modules/zod/"))).toEqual([]);
});
