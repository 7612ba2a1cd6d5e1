// Groups of tests that need a program of the machine: where it is missing they are skipped by name, with the remedy.
// Called by test files instead of `describe`. npm test installs all of these where it can; CI fails on a skip.
import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";
import { findBrowser } from "../../server/printer/findBrowser.ts";
import { hasPostgres } from "./freshDatabase.ts";

/** What judges units, and what stands for the bridge of the kiosk kit. */
const SYSTEMD = ["systemd-analyze", "systemd-socket-activate", "systemd-socket-proxyd"];
const browser = await findBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);
const programs = {
  postgres: { package: "postgresql", present: hasPostgres },
  browser: { package: "chromium-headless-shell", present: () => browser !== null },
  zbarimg: { package: "zbar-tools", present: () => isOnPath("zbarimg") },
  pdftoppm: { package: "poppler-utils", present: () => isOnPath("pdftoppm") },
  qpdf: { package: "qpdf", present: () => isOnPath("qpdf") },
  espeak: { package: "espeak-ng", present: () => isOnPath("espeak-ng") },
  lame: { package: "lame", present: () => isOnPath("lame") },
  openssl: { package: "openssl", present: () => isOnPath("openssl") },
  debootstrap: { package: "debootstrap", present: () => isOnPath("debootstrap") && process.getuid?.() === 0 },
  // A disk of one's own, whose power can be cut.
  btrfs: { package: "btrfs-progs", present: () => isOnPath("mkfs.btrfs") && process.getuid?.() === 0 },
  systemd: {
    package: "systemd",
    present: () => SYSTEMD.every(isOnPath),
  },
  nginx: { package: "nginx-light", present: () => isOnPath("nginx") },
};

export function describeWith(needed: (keyof typeof programs)[], name: string, tests: () => void): void {
  const missing = needed.filter((program) => !programs[program].present());
  if (missing.length === 0) describe(name, tests);
  else describe.skip(`${name} (needs ${missing.map((program) => programs[program].package).join(", ")})`, tests);
}

function isOnPath(program: string): boolean {
  return [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/usr/lib/systemd"].some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
