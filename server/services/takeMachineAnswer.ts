// Takes the translation, or the failure, that a service sends later. What proves it is the secret in the address. [MA1] Whoever brings an answer first
// takes the request; the same answer once more changes nothing. [MA2] An answer to words that have changed since is thrown away, and they are sent anew.
// Called by services/machine for http/machine.
import { timingSafeEqual } from "node:crypto";
import type { MachineJob } from "../domain/machine.ts";
import { TranslatorFailure } from "../translators/translator.ts";
import { keepDrafts, readDraft } from "./keepDrafts.ts";
import { missingTexts } from "./missingTexts.ts";
import { noteSuccess } from "./translatorHealth.ts";
import type { MachineDesk } from "./workMachine.ts";
import { secretHashOf, setAside } from "./workMachine.ts";

export const ANSWER_KINDS = ["success", "delivery", "failure"] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

const TAKING = 60_000;

/** False where no open request has this secret. */
export async function takeMachineAnswer(
  desk: MachineDesk,
  secret: string,
  kind: AnswerKind,
  body: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const hash = secretHashOf(secret);
  const found = await desk.store.machine.jobOfSecret(hash);
  if (found?.request == null || !same(found.request.secretHash, hash)) return false;
  const { request } = found;
  const now = desk.clock.now();
  let taken: MachineJob | null = null;
  await desk.store.machine.change(found.code, found.locale, (job) => {
    if (job.state !== "submitted" || job.request?.secretHash !== hash) return null;
    // The request stays named until the next one, so that its second answer is known as such.
    taken = { ...job, state: "waiting", due: now + TAKING };
    return taken;
  });
  if (taken === null) return true;
  const job: MachineJob = taken;
  await desk.mirror.catchUp();
  const missing = await missingTexts(desk, job);
  const text = missing?.texts.find((one) => one.segment === request.segment && one.digest === request.sent);
  const change = (becomes: Partial<MachineJob>) =>
    desk.store.machine.change(job.code, job.locale, (one) => ({ ...one, ...becomes }));
  if (missing === null || text === undefined || missing.forbidden) {
    await change({ due: now });
    return true;
  }
  try {
    if (kind === "failure") throw new TranslatorFailure("retry", "translatorFailedThere");
    const said = body.translatedText ?? body.result;
    if (typeof said !== "string") throw new TranslatorFailure("retry", "translatorGarbage");
    const draft = readDraft(desk, desk.translator, missing, job.locale, text, said);
    const written = await keepDrafts(desk, job, desk.translator.name, [draft]);
    await noteSuccess(desk.store.machine, desk.configuration, now);
    await change({ due: now, attempts: 0, problem: null, drafted: job.drafted + written });
  } catch (thrown) {
    if (!(thrown instanceof TranslatorFailure)) throw thrown;
    await setAside(desk, job, thrown, [text], 0);
  }
  return true;
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
