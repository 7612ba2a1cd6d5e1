// print CODE [--lang it,en] [--format four] [--size a3] [--out FILE]: a posting on paper as PDF, without a browser window or a running server.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pino } from "pino";
import { createApp } from "../app.ts";
import { readCode } from "../domain/code.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import { isPaperFormat, paperSize } from "../domain/paper.ts";
import { Refusal } from "../domain/refusal.ts";
import { createChromiumPrinter } from "../printer/chromiumPrinter.ts";
import { systemClock } from "../services/clock.ts";
import { openStore } from "../store/openStore.ts";
import { loadVocabularies } from "../vocabularies/loadVocabularies.ts";
import type { Command } from "./command.ts";
import { readArguments, UsageError } from "./usage.ts";

export const printCommand: Command = async ({ config, note }, args) => {
  const usage =
    "print CODICE [--lang it,en] [--format poster|large|two|four|leaflet|strips|slip] [--size a4|a3|a6] [--out FILE]";
  const text = { type: "string" } as const;
  const { positionals, values } = readArguments(args, { lang: text, format: text, size: text, out: text }, usage);
  const [written, ...rest] = positionals;
  if (written === undefined || rest.length > 0) throw new UsageError(`Uso: node server/start.mjs ${usage}`);
  const code = readCode(written);
  if (code === null) throw new Refusal("unknownCode", { code: written });
  const locales = (typeof values.lang === "string" ? values.lang : SOURCE_LOCALE).split(",");
  const { format = "poster", size: asked } = values;
  if (!isPaperFormat(format)) throw new Refusal("invalidInput", { field: "format" });
  const size = paperSize(format, typeof asked === "string" ? asked : undefined);
  if (size === null) throw new Refusal("invalidInput", { field: "size" });
  const log = pino({ level: "warn" }, pino.destination(2));
  const store = await openStore(config);
  const printer = createChromiumPrinter({
    projectRoot: config.projectRoot,
    workDir: path.join(config.dataDir, "printer"),
    browser: config.browser ?? undefined,
    log,
  });
  try {
    const vocabularies = loadVocabularies(config.projectRoot);
    const app = await createApp({ store, clock: systemClock, printer, config, vocabularies, log });
    for (const locale of locales)
      if (!app.house.locales.includes(locale)) throw new Refusal("invalidInput", { field: "lang" });
    const { pdf } = await app.posters.print(code, { locales, format, size, place: null });
    const file = typeof values.out === "string" ? values.out : `${code}.pdf`;
    writeFileSync(file, pdf);
    note(`Locandina: ${file}`);
    await app.close();
    return 0;
  } finally {
    await printer.close();
    await store.close();
  }
};
