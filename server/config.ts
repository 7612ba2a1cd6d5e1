// The only reader of the environment. Everything else is handed a Config.
// Called by main.ts and cli.ts; start.mjs hands over the browser it found through PUPPETEER_EXECUTABLE_PATH.
import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { MailConfig } from "./config/mail.ts";
import { mailEnvironment, mailOf } from "./config/mail.ts";
import type { GatewayConfig, TrustProxy } from "./config/people.ts";
import { gatewayOf, peopleEnvironment } from "./config/people.ts";
import type { SourcesConfig } from "./config/sources.ts";
import { sourcesEnvironment, sourcesOf } from "./config/sources.ts";
import type { SpeechConfig } from "./config/speech.ts";
import { speechEnvironment, speechOf } from "./config/speech.ts";
import type { TranslatorConfig } from "./config/translator.ts";
import { translatorEnvironment, translatorOf } from "./config/translator.ts";

export interface Config {
  /** Folder of package.json: locales, templates' styles and fonts are read below it. */
  readonly projectRoot: string;
  readonly port: number;
  readonly host: string | undefined;
  readonly dataDir: string;
  /** Without a trailing slash. What QR codes carry; never taken from a request. */
  readonly publicUrl: string;
  /** A public https address; printed codes may rely on it. */
  readonly publicUrlIsReal: boolean;
  readonly databaseUrl: string | null;
  readonly adminPassword: string | null;
  /** null: demonstration on an empty data folder, as is the default. */
  readonly demo: boolean | null;
  /** Path of a Chromium for PDFs, or null: look for one. */
  readonly browser: string | null;
  readonly logLevel: string;
  /** Which proxies are believed when they name the visitor's address; false: none. */
  readonly trustProxy: TrustProxy;
  /** 32 bytes that encrypt second factors; null: a file in the data folder. */
  readonly secretKey: string | null;
  /** The body's own sign-in (OpenID Connect), or null. */
  readonly gateway: GatewayConfig | null;
  /** The machine translation service, or null: none. */
  readonly translator: TranslatorConfig | null;
  /** Who reads postings aloud. */
  readonly speech: SpeechConfig;
  /** The body's mail server, or null: nothing is mailed. */
  readonly mail: MailConfig | null;
  /** Where sheets come in by themselves. */
  readonly sources: SourcesConfig;
}

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  ADMIN_PASSWORD: z.string().min(8).optional(),
  DEMO: z.enum(["0", "1"]).optional(),
  PUPPETEER_EXECUTABLE_PATH: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  ...peopleEnvironment,
  ...translatorEnvironment,
  ...speechEnvironment,
  ...mailEnvironment,
  ...sourcesEnvironment,
});

/** Throws an Error naming every variable that cannot be understood. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  // An empty variable is what shells and compose files leave behind: the same as none.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
    throw new Error(`Configuration not understood. ${wrong.join("; ")}`);
  }
  const value = parsed.data;
  const publicUrl = (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, "");
  return {
    projectRoot: projectRoot(),
    port: value.PORT,
    host: value.HOST,
    dataDir: path.resolve(value.DATA_DIR),
    publicUrl,
    publicUrlIsReal: isPublicHttps(publicUrl),
    databaseUrl: value.DATABASE_URL ?? null,
    adminPassword: value.ADMIN_PASSWORD ?? null,
    demo: value.DEMO === undefined ? null : value.DEMO === "1",
    browser: value.PUPPETEER_EXECUTABLE_PATH ?? null,
    logLevel: value.LOG_LEVEL,
    trustProxy: value.TRUST_PROXY,
    secretKey: value.SECRET_KEY ?? null,
    gateway: gatewayOf(value),
    translator: translatorOf(value),
    speech: speechOf(value),
    mail: mailOf(value),
    sources: sourcesOf(value),
  };
}

/** From wherever this runs, as it is written or built. */
function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, "package.json"))) folder = path.dirname(folder);
  return folder;
}

function isPublicHttps(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const local =
    hostname === "localhost" || hostname.endsWith(".local") || /^[\d.]+$|^\[/.test(hostname) || !hostname.includes(".");
  return protocol === "https:" && !local;
}
