// doctor: what whoever runs the board would ask before calling somebody: each check in one line, with the remedy where something is wrong.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, statfs } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { Config } from "../config.ts";
import { findBrowser } from "../printer/findBrowser.ts";
import { readCatalogues } from "../readCatalogues.ts";
import { openStore } from "../store/openStore.ts";
import type { Store } from "../store/store.ts";
import { type AddressFault, checkPublicUrl } from "./checkPublicUrl.ts";
import { checkVoice } from "./checkVoice.ts";
import type { Command } from "./command.ts";
import { advice, type Finding, ok, problem } from "./finding.ts";
import { readArguments } from "./usage.ts";

const SIGN = { ok: "ok     ", advice: "avviso ", problem: "GUASTO " } as const;

export const doctorCommand: Command = async ({ config, out }, args) => {
  readArguments(args, {}, "doctor");
  const findings: Finding[] = [
    checkNode(),
    ...checkBuild(config),
    await checkSpace(config),
    await checkBrowser(config),
    await checkVoice(config.speech),
    await checkAddress(config),
    checkMail(config),
    checkLocales(config),
  ];
  try {
    const store = await openStore(config);
    try {
      findings.push(...(await checkStore(store)));
    } finally {
      await store.close();
    }
  } catch (error) {
    findings.push(
      problem(
        `Archivio: non si apre (${error instanceof Error ? error.message : String(error)}). Controlli DATABASE_URL o i permessi di ${config.dataDir}.`,
      ),
    );
  }
  for (const { level, text } of findings) out(SIGN[level] + text);
  return findings.some(({ level }) => level === "problem") ? 1 : 0;
};

function checkNode(): Finding {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 22)
    return advice(
      `Node.js ${process.version}: funziona, ma la versione 20 non riceve più correzioni di sicurezza. Passi alla 24 quando può.`,
    );
  return ok(`Node.js ${process.version}`);
}

function checkBuild({ projectRoot }: Config): Finding[] {
  return (["kiosk", "admin"] as const).map((name) =>
    existsSync(path.join(projectRoot, "dist", name, "index.html"))
      ? ok(`Applicazione /${name}/ costruita`)
      : problem(`Applicazione /${name}/ mancante: avvii una volta «npm start».`),
  );
}

async function checkSpace({ dataDir }: Config): Promise<Finding> {
  await mkdir(dataDir, { recursive: true });
  const { bavail, bsize, blocks } = await statfs(dataDir);
  const share = Math.round((bavail / blocks) * 100);
  const text = `Spazio libero in ${dataDir}: ${Math.round((bavail * bsize) / 1e9)} GB (${share} %)`;
  return share < 10 ? problem(`${text}. Liberi spazio: sotto il 10 % le pubblicazioni possono fermarsi.`) : ok(text);
}

async function checkBrowser(config: Config): Promise<Finding> {
  const found = await findBrowser(config.browser ?? undefined);
  if (found === null)
    return problem(
      "Browser per i PDF: non trovato. Su Debian: apt-get install chromium-headless-shell. Le locandine restano stampabili dalla vista di stampa.",
    );
  try {
    const { stdout } = await promisify(execFile)(found.path, ["--version", "--no-sandbox"], { timeout: 10_000 });
    return ok(`Browser per i PDF: ${stdout.trim() || found.path}`);
  } catch {
    return problem(
      `Browser per i PDF: ${found.path} non parte. Lo reinstalli: apt-get install --reinstall chromium-headless-shell.`,
    );
  }
}

const ADDRESS_FAULTS: Readonly<Record<AddressFault, Finding>> = {
  name: problem("il suo nome non si trova (DNS). Lo faccia registrare da chi gestisce il dominio."),
  certificate: problem("il certificato non vale. Lo rinnovi, o controlli che sia per questo nome."),
  otherProgram: problem("risponde un altro programma, o un altro PUBLIC_URL. Controlli il proxy."),
  fault: problem("il servizio risponde con un guasto. Guardi i messaggi del server e del proxy."),
  refused: advice("il collegamento è rifiutato: il servizio è fermo, o il firewall lo chiude."),
  silent: advice("da questa macchina non risponde. Lo provi da un telefono fuori dalla rete."),
};

async function checkAddress({ publicUrl, publicUrlIsReal }: Config): Promise<Finding> {
  if (!publicUrlIsReal)
    return advice(
      `Indirizzo pubblico: ${publicUrl} non è un indirizzo https raggiungibile da fuori. Imposti PUBLIC_URL prima di stampare codici QR.`,
    );
  const fault = await checkPublicUrl(publicUrl);
  if (fault === null) return ok(`Indirizzo pubblico: ${publicUrl} risponde`);
  const { level, text } = ADDRESS_FAULTS[fault];
  return { level, text: `Indirizzo pubblico: ${publicUrl}, ${text}` };
}

function checkMail({ mail }: Config): Finding {
  if (mail === null)
    return advice("Posta: nessun server configurato (SMTP_URL, SMTP_FROM). Nessuno è avvisato di uno schermo spento.");
  return ok(`Posta: ${new URL(mail.url).host}, mittente ${mail.from}`);
}

function checkLocales({ projectRoot }: Config): Finding {
  const names = Object.values(readCatalogues(projectRoot)).map(({ facts }) => facts.name);
  return ok(`Lingue: ${names.join(", ")}`);
}

async function checkStore(store: Store): Promise<Finding[]> {
  const [{ revision, epoch }, damages, broken, postings, owners] = await Promise.all([
    store.head(),
    store.damages(),
    store.brokenChain(),
    store.postings(),
    store.owners(),
  ]);
  const open = postings.filter(({ state }) => state === "open").length;
  return [
    ok(
      `Archivio ${store.engine}: revisione ${revision}, epoca ${epoch.slice(0, 8)}, ${postings.length} annunci (${open} aperti), ${owners.length} titolari`,
    ),
    damages.length === 0
      ? ok("Impronte delle righe: tutte giuste")
      : problem(
          `Righe danneggiate: ${damages
            .slice(0, 5)
            .map(({ table, key }) => `${table} ${key}`)
            .join(", ")}${damages.length > 5 ? " …" : ""}. Non vengono mostrate; ripristini da una copia.`,
        ),
    broken === null
      ? ok("Registro: catena intatta")
      : problem(
          `Registro: la catena si rompe alla revisione ${broken}. Qualcuno ha toccato il registro fuori dal programma.`,
        ),
    (await store.setting("demonstration")) === "1"
      ? advice("Dimostrazione attiva: gli annunci sono veri ma del passato. L'uscita è sulla scrivania.")
      : ok("Nessuna dimostrazione"),
  ];
}
