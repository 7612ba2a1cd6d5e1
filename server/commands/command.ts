// What a command of the command line is. Implemented by the files of this folder, run by cli.ts.
import type { Config } from "../config.ts";

/** `out` is what was asked for (standard output); `note` is what is said about it (standard error). */
export interface Terminal {
  readonly config: Config;
  out(line: string): void;
  note(line: string): void;
}

/** Returns the exit code: 0 done, 1 refused. Throws UsageError for 2. */
export type Command = (terminal: Terminal, args: readonly string[]) => Promise<number>;
