// The command line: import, export, print, backup, restore, user, doctor. Called by start.mjs; works beside a running server, which sees
// each commit within a second. Exit codes: 0 done, 1 refused with a plain reason, 2 wrong usage.
import { pino } from "pino";
import { createWords } from "../templates/parts/words.ts";
import { backupCommand } from "./commands/backup.ts";
import type { Command, Terminal } from "./commands/command.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { exportCommand } from "./commands/export.ts";
import { importCommand } from "./commands/import.ts";
import { printCommand } from "./commands/print.ts";
import { restoreCommand } from "./commands/restore.ts";
import { UsageError } from "./commands/usage.ts";
import { userCommand } from "./commands/user.ts";
import { readConfig } from "./config.ts";
import { SOURCE_LOCALE } from "./domain/locale.ts";
import { Refusal } from "./domain/refusal.ts";
import { refuse } from "./http/refuse.ts";
import { readCatalogues } from "./readCatalogues.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  import: importCommand,
  export: exportCommand,
  print: printCommand,
  backup: backupCommand,
  restore: restoreCommand,
  user: userCommand,
  doctor: doctorCommand,
};

export async function run(argv: readonly string[]): Promise<number> {
  const [name = "", ...args] = argv;
  const terminal: Terminal = {
    config: readConfig(),
    out: (line) => void process.stdout.write(`${line}\n`),
    note: (line) => void process.stderr.write(`${line}\n`),
  };
  const command = COMMANDS[name];
  if (command === undefined) {
    terminal.note(`Comando sconosciuto: ${name}. Comandi: serve, ${Object.keys(COMMANDS).join(", ")}.`);
    return 2;
  }
  try {
    return await command(terminal, args);
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      terminal.note(thrown.message);
      return 2;
    }
    const words = createWords(readCatalogues(terminal.config.projectRoot));
    const log = pino({ level: thrown instanceof Refusal ? "silent" : "error" }, pino.destination(2));
    terminal.note(refuse({ words, log }, thrown, SOURCE_LOCALE).body.sentence ?? String(thrown));
    return 1;
  }
}
