// export FILE [--closed]: every posting in the record format, as JSON, CSV or XLSX by the file's ending.
import { existsSync, writeFileSync } from "node:fs";
import { Refusal } from "../domain/refusal.ts";
import type { ExportFormat } from "../records/writeRecords.ts";
import { exportRecords } from "../services/exportRecords.ts";
import { openStore } from "../store/openStore.ts";
import type { Command } from "./command.ts";
import { readArguments, UsageError } from "./usage.ts";

const FORMATS: readonly ExportFormat[] = ["json", "csv", "xlsx"];

export const exportCommand: Command = async ({ config, note }, args) => {
  const usage = "export FILE.json|.csv|.xlsx [--closed]";
  const { positionals, values } = readArguments(args, { closed: { type: "boolean" } }, usage);
  const [file, ...rest] = positionals;
  const format = FORMATS.find((one) => file?.toLowerCase().endsWith(`.${one}`));
  if (file === undefined || format === undefined || rest.length > 0)
    throw new UsageError(`Uso: node server/start.mjs ${usage}`);
  if (existsSync(file)) throw new Refusal("fileExists", { file });
  const store = await openStore(config);
  try {
    writeFileSync(file, await exportRecords({ store }, format, { closed: values.closed === true }));
    note(`Esportato: ${file}`);
    return 0;
  } finally {
    await store.close();
  }
};
