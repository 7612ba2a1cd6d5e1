// restore FILE: brings a backup back into an empty data folder or database; every row's hash is verified.
import { existsSync } from "node:fs";
import { restore } from "../store/restore.ts";
import type { Command } from "./command.ts";
import { readArguments, UsageError } from "./usage.ts";

export const restoreCommand: Command = async ({ config, note }, args) => {
  const usage = "restore FILE";
  const [file, ...rest] = readArguments(args, {}, usage).positionals;
  if (file === undefined || rest.length > 0) throw new UsageError(`Uso: node server/start.mjs ${usage}`);
  if (!existsSync(file)) {
    note(`Il file ${file} non c'è. Controlli il percorso.`);
    return 1;
  }
  const { postings, damages } = await restore(file, config);
  for (const { table, key } of damages) note(`Riga danneggiata già nella copia, lasciata fuori: ${table} ${key}`);
  note(
    `Ripristinati ${postings} annunci; impronte verificate${damages.length > 0 ? `, ${damages.length} righe danneggiate` : ""}.`,
  );
  note("I fogli già stampati restano validi: le revisioni ripartono più avanti e non si ripetono.");
  return damages.length === 0 ? 0 : 1;
};
