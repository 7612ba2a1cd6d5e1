// The queue of machine translation for whoever looks after it: how the service stands, what waits, what was given up and why, who forbids it.
// Called by http/machine. Only postings the person may read are named.
import type { MachineOverview, TranslatorHealth, TranslatorProblem } from "../domain/machine.ts";
import type { User } from "../domain/user.ts";
import { forbiddenOwners } from "./allowMachine.ts";
import { readable } from "./listTranslations.ts";
import type { TranslationDesk } from "./moveTranslation.ts";

const MOST = 500;

export async function readMachineQueue(
  { store, mirror, clock }: Pick<TranslationDesk, "store" | "mirror" | "clock">,
  user: User,
  service: { readonly name: string | null; readonly budget: number | null; readonly health: TranslatorHealth },
  say: (problem: TranslatorProblem) => string,
): Promise<MachineOverview> {
  const { name, budget, health } = service;
  const paused = health.pausedUntil > clock.now();
  const state = name === null ? "off" : health.stopped !== null ? "stopped" : paused ? "paused" : "ready";
  const jobs = (await store.machine.unfinished(MOST)).flatMap((job) => {
    const posting = mirror.entry(job.code)?.posting;
    const content = posting?.working ?? posting?.published?.content;
    if (posting === undefined || content === undefined || !readable(mirror, user, posting)) return [];
    const waits = job.state === "waiting" || job.state === "submitted";
    return [
      {
        code: job.code,
        locale: job.locale,
        title: content.title.written.text,
        owner: mirror.owners.get(posting.owner)?.name ?? posting.owner,
        state: job.state,
        drafted: job.drafted,
        next: waits ? job.due : null,
        sentence: job.problem === null ? null : say(job.problem),
      },
    ];
  });
  const why = { off: null, ready: null, paused: "translatorPaused", stopped: health.stopped } as const;
  const problem = why[state];
  return {
    provider: name,
    state,
    sentence: problem === null ? null : say(problem),
    pausedUntil: state === "paused" ? health.pausedUntil : null,
    month: { used: name === null ? 0 : health.characters, limit: budget },
    jobs: name === null ? [] : jobs,
    forbidding: [...(await forbiddenOwners(store))],
  };
}
