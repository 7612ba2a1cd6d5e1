// Asks for machine drafts of a posting, and says how that stands. Answers at once: the queue does the rest. [MW1] Called by http/machine.
import type { Code } from "../domain/code.ts";
import type { Locale } from "../domain/locale.ts";
import type { MachineAnswer, TranslatorHealth, TranslatorProblem } from "../domain/machine.ts";
import { ownersAbove } from "../domain/ownersAbove.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Action, User } from "../domain/user.ts";
import { forbiddenOwners } from "./allowMachine.ts";
import type { Desk } from "./changePosting.ts";
import { authorise, ownerOf } from "./changePosting.ts";

/** Puts one job a language into the queue, in place of what stood there. Refuses unknownCode, notAllowed, translatorForbidden. */
export async function askMachine(desk: Desk, user: User, code: Code, locales: readonly Locale[]): Promise<void> {
  const { owner, source } = await standing(desk, user, code, "translate");
  const forbidding = await forbiddenOwners(desk.store);
  if ([owner.id, ...ownersAbove(owner), "*"].some((id) => forbidding.has(id)))
    throw new Refusal("wrongState", { problem: "translatorForbidden" });
  const now = desk.clock.now();
  const { machine } = desk.store;
  await machine.removeDone(now - 30 * 86_400_000);
  for (const locale of locales) {
    if (locale === source) continue;
    const before = await machine.job(code, locale);
    // What waits for an answer goes on waiting: asking twice sends nothing twice.
    if (before?.state === "submitted" && before.due > now) continue;
    await machine.putJob({
      code,
      locale,
      state: "waiting",
      attempts: 0,
      due: now,
      problem: null,
      request: null,
      refused: [],
      drafted: 0,
      askedBy: user.login,
      askedAt: Math.max(now, (before?.askedAt ?? 0) + 1),
    });
  }
}

/** Refuses unknownCode, notAllowed. */
export async function mayAskMachine(desk: Desk, user: User, code: Code): Promise<void> {
  await standing(desk, user, code, "translate");
}

/** Refuses unknownCode, notAllowed. `say` gives the sentence of a problem in the reader's language. */
export async function readMachine(
  desk: Desk,
  user: User,
  code: Code,
  service: { readonly name: string | null; readonly budget: number | null; readonly health: TranslatorHealth },
  say: (problem: TranslatorProblem) => string,
): Promise<MachineAnswer> {
  const { owner } = await standing(desk, user, code, "read");
  const forbidding = await forbiddenOwners(desk.store);
  const { health, name, budget } = service;
  const paused = health.pausedUntil > desk.clock.now() ? say("translatorPaused") : null;
  const jobs = await desk.store.machine.jobsOf(code);
  return {
    provider: name,
    allowed: ![owner.id, ...ownersAbove(owner), "*"].some((id) => forbidding.has(id)),
    trouble: health.stopped === null ? paused : say(health.stopped),
    budget: budget === null ? null : { month: health.month, used: health.characters, limit: budget },
    jobs: jobs.map(({ locale, state, drafted, due, problem, refused }) => ({
      locale,
      state,
      drafted,
      next: state === "waiting" || state === "submitted" ? due : null,
      sentence: problem === null ? null : say(problem),
      refused: refused.map((one) => ({ segment: one.segment, sentence: say(one.problem) })),
    })),
  };
}

async function standing({ store }: Desk, user: User, code: Code, action: Action) {
  const posting = await store.posting(code);
  if (posting === null) throw new Refusal("unknownCode", { code });
  const owner = await ownerOf(store, posting.owner);
  const contents = [posting.published?.content, posting.working].filter((one) => one != null);
  for (const { section } of contents) authorise(user, action, owner, section);
  return { owner, source: contents.at(-1)?.sourceLocale ?? "it" };
}
