// backup FILE: a consistent copy of the running database into a new file.
import { statSync } from "node:fs";
import { openStore } from "../store/openStore.ts";
import type { Command } from "./command.ts";
import { readArguments, UsageError } from "./usage.ts";

export const backupCommand: Command = async ({ config, note }, args) => {
  const usage = "backup FILE";
  const [file, ...rest] = readArguments(args, {}, usage).positionals;
  if (file === undefined || rest.length > 0) throw new UsageError(`Uso: node server/start.mjs ${usage}`);
  const store = await openStore(config);
  try {
    await store.backup(file);
    const { revision } = await store.head();
    note(`Copia fatta: ${file}, ${Math.ceil(statSync(file).size / 1024)} kB, revisione ${revision}.`);
    return 0;
  } finally {
    await store.close();
  }
};
