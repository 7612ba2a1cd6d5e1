// The letters of drawn pictures when their folder cannot be written at first: the next picture has them.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";

it("a folder that could not be written is tried again at the next picture", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fonts-again-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  vi.resetModules();
  const { knowFonts } = await import("../../server/pictures/unpackFonts.ts");
  writeFileSync(join(folder, "fonts"), "in the way");
  const root = join(import.meta.dirname, "../..");
  await expect(knowFonts(root, join(folder, "fonts"))).rejects.toThrow();
  rmSync(join(folder, "fonts"));
  await knowFonts(root, join(folder, "fonts"));
  expect(process.env.FONTCONFIG_FILE ?? "").not.toContain(folder);
});
