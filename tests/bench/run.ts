// `npm run bench [-- desk [part …]|displays|lobby [part …]|poster|print [part …]|public [part …]|start|translation]`: ratios against a peer measured in the same run, each beside its limit. Called by server/start.mjs.
// Figures judge nothing by themselves: the exit code is 0 whenever they could be taken.
import { cpus, loadavg } from "node:os";
import { benchDesk, DESK_PARTS } from "./desk.ts";
import { benchDisplays } from "./displays.ts";
import { benchLobby, LOBBY_PARTS } from "./lobby.ts";
import { benchPoster } from "./poster.ts";
import { benchPrint, PRINT_PARTS } from "./print.ts";
import { describeCores, pinSelf } from "./programs.ts";
import { benchPublic, PUBLIC_PARTS } from "./public.ts";
import { benchStart } from "./start.ts";
import { benchTranslation } from "./translation.ts";

const benchmarks: Readonly<Record<string, (sections: readonly string[]) => Promise<void>>> = {
  desk: benchDesk,
  displays: benchDisplays,
  lobby: benchLobby,
  poster: benchPoster,
  print: benchPrint,
  public: benchPublic,
  start: benchStart,
  translation: benchTranslation,
};

/** Benchmarks of several parts, each of which can be asked for by name. */
const partsOf: Readonly<Record<string, object>> = {
  desk: DESK_PARTS,
  lobby: LOBBY_PARTS,
  print: PRINT_PARTS,
  public: PUBLIC_PARTS,
};

export async function run(args: readonly string[]): Promise<number> {
  const wanted = understood(args);
  if (typeof wanted === "string") {
    process.stderr.write(
      `No such benchmark: ${wanted}. There are: ${Object.keys(benchmarks).join(", ")}; ${Object.entries(partsOf)
        .map(([name, parts]) => `of ${name}: ${Object.keys(parts).join(", ")}`)
        .join("; ")}.\n`,
    );
    return 2;
  }
  pinSelf();
  const load = (loadavg()[0] ?? 0).toFixed(1);
  process.stdout.write(
    `${cpus().length} cores, ${cpus()[0]?.model ?? ""}, node ${process.version}, load ${load}; ${describeCores()}\n`,
  );
  for (const { name, parts } of wanted) await benchmarks[name]?.(parts);
  return 0;
}

/** Names, each followed by the parts of it that are wanted; the first word that is neither. */
function understood(args: readonly string[]): { name: string; parts: string[] }[] | string {
  // The poster alone is the first part of print.
  if (args.length === 0)
    return Object.keys(benchmarks)
      .filter((name) => name !== "poster")
      .map((name) => ({ name, parts: [] }));
  const wanted: { name: string; parts: string[] }[] = [];
  for (const arg of args) {
    const last = wanted.at(-1);
    if (arg in benchmarks) wanted.push({ name: arg, parts: [] });
    else if (last !== undefined && arg in (partsOf[last.name] ?? {})) last.parts.push(arg);
    else return arg;
  }
  return wanted;
}
