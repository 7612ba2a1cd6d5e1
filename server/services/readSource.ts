// Takes in what a source brought by itself, as staff would with the import page: this week's file updates last week's and closes what left it.
// What became of it stands in the log and on the import page. Called by followers/sources.
import { createHash } from "node:crypto";
import type { ImportBody } from "../domain/importContract.ts";
import { Refusal } from "../domain/refusal.ts";
import type { SourceOutcome } from "../domain/sourceContract.ts";
import type { House } from "../house.ts";
import { describeReport } from "./describeReport.ts";
import { importSheet } from "./importSheet.ts";
import { keepSourceState, noteSource } from "./sourceStates.ts";
import { systemUser } from "./systemUser.ts";

export interface Source {
  /** "folder:lecce", or a feed's host and path: what its postings are known by. */
  readonly id: string;
  readonly office: string;
  readonly kind: ImportBody["kind"];
}

export interface SourceReading {
  readonly outcome: Exclude<SourceOutcome, "unreachable">;
  /** In Italian, for whoever keeps the file. */
  readonly lines: readonly string[];
}

type Needs = Pick<House, "store" | "clock" | "mirror" | "vocabularies" | "words" | "config">;

export async function readSource(
  house: Needs,
  source: Source,
  file: { bytes: Uint8Array; name: string },
): Promise<SourceReading> {
  const user = systemUser("import");
  const digest = createHash("sha256").update(file.bytes).digest("hex");
  const key = `source:${source.id}`;
  // The same bytes as last time are no news.
  if ((await house.store.setting(key)) === digest) {
    await noteSource(house, source.id, { outcome: "unchanged", file: file.name });
    return { outcome: "unchanged", lines: [] };
  }
  const { publish } = house.config.sources;
  const words = house.words("it");
  const { outcome, lines } = await importSheet({ ...house, projectRoot: house.config.projectRoot }, user, file, {
    office: source.office,
    kind: source.kind,
    source: source.id,
    columns: {},
    publish,
    dryRun: false,
    closeMissing: publish,
  }).then(
    (report) => ({
      outcome: report.outcome === "done" ? ("done" as const) : ("refused" as const),
      lines: describeReport(report, words),
    }),
    (thrown: unknown) => {
      if (!(thrown instanceof Refusal)) throw thrown;
      const problem = typeof thrown.details.problem === "string" ? thrown.details.problem : null;
      return {
        outcome: "refused" as const,
        lines: [words.t(problem === null ? `refusals:${thrown.code}` : `refusals:problems.${problem}`, { why: "" })],
      };
    },
  );
  await house.store.write(user.login, house.clock.now(), async (tx) => {
    if (outcome === "done") await tx.putSetting(key, digest);
    await keepSourceState(tx, source.id, { at: house.clock.now(), outcome, file: file.name, lines });
    await tx.record("source.read", source.id, { outcome, file: file.name, lines: lines.slice(0, 20) });
  });
  await house.mirror.catchUp();
  return { outcome, lines };
}
