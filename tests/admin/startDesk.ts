// The desk as staff meet it: the whole house with its real store, services, routes and security headers, on a free port.
// Called by the desk's journeys. The application is built from this very source.
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pino } from "pino";
import { createApp } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import type { Posting } from "../../server/domain/posting.ts";
import type { House } from "../../server/house.ts";
import { createChromiumPrinter } from "../../server/printer/chromiumPrinter.ts";
import { systemClock } from "../../server/services/clock.ts";
import { firstAdministrator } from "../../server/services/signIn.ts";
import { openStore } from "../../server/store/openStore.ts";
import { anArea, anOffice } from "../builders.ts";
import { buildApplication, copyBuiltApplication } from "../setup/builtApplication.ts";
import { lastingFonts } from "../setup/lastingFonts.ts";
import { readVocabularies } from "../setup/readVocabularies.ts";

const ROOT = resolve(import.meta.dirname, "../..");
export const PASSWORD = "una parola di prova";

interface BuiltProject {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}
type Application = "admin" | "kiosk";

/** A project folder like the real one, but with the applications of this very source built into its dist/. */
export async function builtProject(applications: readonly Application[] = ["admin"]): Promise<BuiltProject> {
  const folder = await mkdtemp(join(tmpdir(), "desk-"));
  for (const part of ["locales", "templates", "server", "node_modules", "package.json"])
    symlinkSync(join(ROOT, part), join(folder, part));
  mkdirSync(join(folder, "dist"));
  for (const name of applications) await copyBuiltApplication(name, join(folder, "dist", name));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The same with other languages: a copy of the sources, since the build takes the words from the folder beside them. */
export async function builtProjectWith(writeLocales: (folder: string) => void): Promise<BuiltProject> {
  const folder = await mkdtemp(join(tmpdir(), "desk-"));
  for (const part of ["admin", "templates", "server", "package.json", "tsconfig.json", "vite.config.ts"])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  for (const part of ["node_modules", "tests"]) symlinkSync(join(ROOT, part), join(folder, part));
  writeLocales(join(folder, "locales"));
  await buildApplication("admin", folder, join(folder, "dist/admin"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export interface RunningDesk {
  readonly origin: string;
  readonly house: House;
  /** Writes postings as they are, as an import would. */
  readonly fill: (postings: readonly Posting[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startDesk(
  projectRoot: string,
  {
    mustChangePassword = false,
    demonstration = true,
    env = {},
  }: { mustChangePassword?: boolean; demonstration?: boolean; env?: Readonly<Record<string, string>> } = {},
): Promise<RunningDesk> {
  const dataDir = await mkdtemp(join(tmpdir(), "desk-data-"));
  const config = { ...readConfig({ DATA_DIR: dataDir, PORT: "0", ...env }), projectRoot };
  const log = pino({ level: "error" });
  const store = await openStore(config);
  await firstAdministrator({ store, clock: systemClock }, PASSWORD);
  await store.write("system:test", Date.now(), async (tx) => {
    await tx.putOwner(anOffice("lecce", { name: "CPI Lecce", municipality: "Lecce" }));
    await tx.putOwner(anOffice("gallipoli", { name: "CPI Gallipoli", municipality: "Gallipoli" }));
    await tx.putOwner({ ...anArea("arpal-lecce"), name: "Ambito di Lecce" });
    if (demonstration) await tx.putSetting("demonstration", "1");
    const admin = await tx.account("admin");
    if (admin) await tx.putAccount({ ...admin, user: { ...admin.user, mustChangePassword } });
  });
  await lastingFonts(projectRoot);
  const printer = createChromiumPrinter({
    projectRoot,
    workDir: join(dataDir, "printer"),
    browser: process.env.PUPPETEER_EXECUTABLE_PATH,
    log,
  });
  const app = await createApp({
    store,
    clock: systemClock,
    printer,
    config,
    vocabularies: readVocabularies(projectRoot),
    log,
  });
  await new Promise<void>((done) => app.server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://localhost:${(app.server.address() as AddressInfo).port}`,
    house: app.house,
    async fill(postings) {
      await store.write("system:test", Date.now(), async (tx) => {
        for (const posting of postings) await tx.putPosting(posting);
      });
      await app.house.mirror.catchUp();
    },
    async stop() {
      await app.close();
      await printer.close();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
