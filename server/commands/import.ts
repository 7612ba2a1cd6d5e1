// import FILE [--publish] [--dry-run]: postings or offices in the record formats (JSON, CSV, XLSX), or vacancies of the European exchange (XML). All of the file, or nothing.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createWords } from "../../templates/parts/words.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import { readCatalogues } from "../readCatalogues.ts";
import { systemClock } from "../services/clock.ts";
import { describeReport } from "../services/describeReport.ts";
import { importFile } from "../services/importFile.ts";
import { systemUser } from "../services/systemUser.ts";
import { openStore } from "../store/openStore.ts";
import { loadVocabularies } from "../vocabularies/loadVocabularies.ts";
import type { Command } from "./command.ts";
import { readArguments, UsageError } from "./usage.ts";

export const importCommand: Command = async ({ config, out, note }, args) => {
  const usage = "import FILE [--publish] [--dry-run]";
  const { positionals, values } = readArguments(
    args,
    { publish: { type: "boolean" }, "dry-run": { type: "boolean" } },
    usage,
  );
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError(`Uso: node server/start.mjs ${usage}`);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    note(`Il file ${file} non si apre. Controlli il percorso e i permessi.`);
    return 1;
  }
  const store = await openStore(config);
  try {
    const vocabularies = loadVocabularies(config.projectRoot);
    const report = await importFile(
      { store, clock: systemClock, vocabularies, projectRoot: config.projectRoot },
      systemUser("import"),
      { bytes, name: path.basename(file) },
      { publish: values.publish === true, dryRun: values["dry-run"] === true },
    );
    for (const line of describeReport(report, createWords(readCatalogues(config.projectRoot))(SOURCE_LOCALE)))
      out(line);
    return report.outcome === "refused" ? 1 : 0;
  } finally {
    await store.close();
  }
};
