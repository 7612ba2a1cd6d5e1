// Wrong usage of the command line: said with the right one, exit code 2. Thrown by the commands, caught by cli.ts.
import { parseArgs } from "node:util";

export class UsageError extends Error {}

interface Options {
  readonly [name: string]: { readonly type: "string" | "boolean" };
}

/** Parsed words and options. Throws UsageError with `usage` where they do not fit. */
export function readArguments(args: readonly string[], options: Options, usage: string) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch {
    throw new UsageError(`Uso: node server/start.mjs ${usage}`);
  }
}
