// `npm run bench [-- displays|lobby|page|poster|public|translation]`: ratios against a peer measured in the same run, each beside its limit. Called by server/start.mjs.
// Figures judge nothing by themselves: the exit code is 0 whenever they could be taken.
import { cpus, loadavg } from "node:os";
import { benchDisplays } from "./displays.ts";
import { benchLobby } from "./lobby.ts";
import { benchPage } from "./page.ts";
import { benchPoster } from "./poster.ts";
import { describeCores, pinSelf } from "./programs.ts";
import { benchPublic } from "./public.ts";
import { benchTranslation } from "./translation.ts";

const benchmarks: Readonly<Record<string, () => Promise<void>>> = {
  displays: benchDisplays,
  lobby: benchLobby,
  page: benchPage,
  poster: benchPoster,
  public: benchPublic,
  translation: benchTranslation,
};

export async function run(args: readonly string[]): Promise<number> {
  const names = args.length === 0 ? Object.keys(benchmarks) : args;
  const unknown = names.filter((name) => !(name in benchmarks));
  if (unknown.length > 0) {
    process.stderr.write(
      `No such benchmark: ${unknown.join(", ")}. There are: ${Object.keys(benchmarks).join(", ")}.\n`,
    );
    return 2;
  }
  pinSelf();
  const load = (loadavg()[0] ?? 0).toFixed(1);
  process.stdout.write(
    `${cpus().length} cores, ${cpus()[0]?.model ?? ""}, node ${process.version}, load ${load}; ${describeCores()}\n`,
  );
  for (const name of names) await benchmarks[name]?.();
  return 0;
}
