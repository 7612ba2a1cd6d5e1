// One step of the queue of machine translation: takes the next due job, sends what one call carries, keeps what comes back, or notes why nothing came.
// [MW1] Nothing waits for it: it runs beside publishing and editing. [MW2] A process killed in the middle loses a lease, not a job.
// [MW3] After two failures texts go one by one, so that one bad text does not take the others with it. Called by services/machine.
import { createHash, randomBytes } from "node:crypto";
import type { MachineJob, TranslatorProblem } from "../domain/machine.ts";
import type { Instant } from "../domain/time.ts";
import type { Translator } from "../translators/translator.ts";
import { TranslatorFailure } from "../translators/translator.ts";
import type { Draft } from "./keepDrafts.ts";
import { keepDrafts, readDraft } from "./keepDrafts.ts";
import type { Missing, MissingText } from "./missingTexts.ts";
import { digestOf, missingTexts } from "./missingTexts.ts";
import type { TranslationDesk } from "./moveTranslation.ts";
import { healthAt, noteFailure, noteSuccess, spend } from "./translatorHealth.ts";

export interface MachineDesk extends TranslationDesk {
  readonly translator: Translator;
  /** Digest of what is configured: another key is another try. */
  readonly configuration: string;
  /** Characters a month; null: no limit. */
  readonly budget: number | null;
  /** Where callbacks reach us. */
  readonly publicUrl: string;
  /** Milliseconds a call may take. */
  readonly patience: number;
  readonly ending: AbortSignal;
  /** 0 to 1, for the jitter of pauses. */
  random(): number;
}

/** Half a night for a service that is down; what the texts themselves cause is given up sooner. */
const MOST_ATTEMPTS = 40;
const MOST_FOR_TEXTS = 8;
const NARROW = 2;
/** As long as that proxy of eTranslation's other clients waits. */
const REQUEST_LASTS = 3_600_000;
/** Longer than any call: glossary and translation together. */
const LEASE = 120_000;
/** Faults of what came back rather than of the way: with one text alone they are that text's. */
const OF_THE_TEXT: readonly TranslatorProblem[] = [
  "translatorCount",
  "translatorGarbage",
  "translatorCut",
  "translatorFailedThere",
];

export const secretHashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** False: nothing is due, or nothing may be sent now. */
export async function workMachine(desk: MachineDesk): Promise<boolean> {
  const now = desk.clock.now();
  const health = healthAt(await desk.store.machine.health(), desk.configuration, now);
  if (health.stopped !== null || health.pausedUntil > now) return false;
  const job = await desk.store.machine.claim(now, now + LEASE);
  if (job === null) return false;
  if (job.state === "submitted") {
    const late = new TranslatorFailure("retry", "translatorLate");
    await setAside(desk, { ...job, state: "waiting" }, late, [], 0);
    return true;
  }
  await desk.mirror.catchUp();
  await runJob(desk, job);
  return true;
}

async function runJob(desk: MachineDesk, job: MachineJob): Promise<void> {
  const { translator } = desk;
  const missing = await missingTexts(desk, job);
  if (missing === null || missing.texts.length === 0) return finish(desk, job);
  if (missing.forbidden) return giveUp(desk, job, "translatorForbidden");
  const chunk = nextChunk(missing.texts, translator.limits, job.attempts >= NARROW);
  if (chunk.length === 0) return refuseText(desk, job, missing.texts[0], "translatorTooLong");
  // Held here by name: Node 20 may collect a signal made by AbortSignal.any together with its timer, and a silent service would be waited for without end.
  const calling = new AbortController();
  const { signal } = calling;
  const end = () => calling.abort();
  const timer = setTimeout(end, desk.patience);
  desk.ending.addEventListener("abort", end, { once: true });
  if (desk.ending.aborted) end();
  let spent = 0;
  try {
    if (!(await translator.speaks(missing.from, job.locale, signal))) return giveUp(desk, job, "translatorPair");
    const size = chunk.reduce((sum, { masked }) => sum + masked.text.length, 0);
    if (!(await spend(desk.store.machine, desk.configuration, desk.clock.now(), size, desk.budget))) {
      await change(desk, job, { due: desk.clock.now(), problem: "translatorBudget" });
      return;
    }
    spent = size;
    await send(desk, job, missing, chunk, signal);
  } catch (thrown) {
    if (desk.ending.aborted) return void (await change(desk, job, { due: desk.clock.now() }));
    if (!(thrown instanceof TranslatorFailure)) throw thrown;
    await setAside(desk, job, thrown, chunk, spent);
  } finally {
    clearTimeout(timer);
    desk.ending.removeEventListener("abort", end);
  }
}

async function send(
  desk: MachineDesk,
  job: MachineJob,
  missing: Missing,
  chunk: readonly MissingText[],
  signal: AbortSignal,
): Promise<void> {
  const { translator } = desk;
  const secret = randomBytes(32).toString("base64url");
  const [first] = chunk;
  if (translator.later && first !== undefined) {
    // Kept before it is sent: the answer may be here before the receipt is.
    const expires = desk.clock.now() + REQUEST_LASTS;
    const request = { secretHash: secretHashOf(secret), segment: first.segment, sent: first.digest, expires };
    await change(desk, job, { state: "submitted", due: expires, request });
  }
  const options = {
    terms: chunk.flatMap(({ masked }) => masked.hints),
    doNotTranslate: [],
    formality: "formal",
    callback: `${desk.publicUrl}/api/v1/machine/callbacks/${secret}`,
    signal,
  } as const;
  const texts = chunk.map(({ masked }, n) => ({ id: String(n + 1), text: masked.text }));
  const answer = await translator.translate(texts, missing.from, job.locale, options);
  if (answer.kind === "submitted") return;
  const drafts: Draft[] = [];
  const refused = [...job.refused];
  for (const [n, text] of chunk.entries()) {
    try {
      const said = answer.texts.find(({ id }) => id === String(n + 1))?.text ?? "";
      drafts.push(readDraft(desk, translator, missing, job.locale, text, said));
    } catch (thrown) {
      if (!(thrown instanceof TranslatorFailure)) throw thrown;
      refused.push({ segment: text.segment, source: digestOf(text.source), problem: thrown.problem });
    }
  }
  const written = await keepDrafts(desk, job, translator.name, drafts);
  const now = desk.clock.now();
  await noteSuccess(desk.store.machine, desk.configuration, now);
  await change(desk, job, { due: now, attempts: 0, problem: null, drafted: job.drafted + written, refused });
}

/** What fits one call; empty where not even the first text does. */
function nextChunk(texts: readonly MissingText[], limits: Translator["limits"], one: boolean): MissingText[] {
  const chunk: MissingText[] = [];
  let size = 0;
  for (const text of texts) {
    size += text.masked.text.length;
    if (size > limits.characters || chunk.length >= (one ? 1 : limits.texts)) break;
    chunk.push(text);
  }
  return chunk;
}

/** Notes a failure and decides what follows from its kind. Also called for failures that arrive by callback. */
export async function setAside(
  desk: MachineDesk,
  job: MachineJob,
  { kind, problem, retryAfter }: TranslatorFailure,
  chunk: readonly MissingText[],
  unspent: number,
): Promise<void> {
  const now = desk.clock.now();
  const stop = kind === "stop" ? problem : null;
  const counts = kind === "retry" && problem !== "translatorLate";
  await noteFailure(desk.store.machine, desk.configuration, now, { stop, counts, retryAfter, unspent });
  const waiting = { state: "waiting", request: null } as const;
  if (kind === "stop") return void (await change(desk, job, { ...waiting, due: now, problem }));
  const attempts = job.attempts + 1;
  const [only, ...others] = chunk;
  const ofText = kind === "reject" || (attempts >= MOST_FOR_TEXTS && OF_THE_TEXT.includes(problem));
  if (ofText && only !== undefined && others.length === 0)
    return refuseText(desk, { ...job, ...waiting }, only, problem);
  if (kind === "reject")
    return void (await change(desk, job, { ...waiting, due: now, attempts: Math.max(attempts, NARROW), problem }));
  if (attempts >= (problem === "translatorLate" ? MOST_FOR_TEXTS : MOST_ATTEMPTS)) return giveUp(desk, job, problem);
  const due = now + pauseOf(attempts, retryAfter, desk.random());
  await change(desk, job, { ...waiting, due, attempts, problem });
}

/** Five seconds, ten, twenty … to ten minutes, each a little longer or shorter than that: jobs do not come back all at once. */
export function pauseOf(attempts: number, retryAfter: number | null, random: number): number {
  const usual = Math.min(600_000, 5000 * 2 ** (attempts - 1)) * (0.75 + random / 2);
  return Math.round(Math.max(usual, (retryAfter ?? 0) * 1000));
}

async function refuseText(
  desk: MachineDesk,
  job: MachineJob,
  text: MissingText | undefined,
  problem: TranslatorProblem,
): Promise<void> {
  const refused =
    text === undefined
      ? job.refused
      : [...job.refused, { segment: text.segment, source: digestOf(text.source), problem }];
  await change(desk, job, { state: "waiting", request: null, due: desk.clock.now(), attempts: 0, problem, refused });
}

async function finish(desk: MachineDesk, job: MachineJob): Promise<void> {
  const last = job.refused.at(-1);
  await change(desk, job, {
    state: last === undefined ? "done" : "failed",
    due: desk.clock.now(),
    request: null,
    problem: last?.problem ?? null,
  });
}

async function giveUp(desk: MachineDesk, job: MachineJob, problem: TranslatorProblem): Promise<void> {
  await change(desk, job, { state: "failed", due: desk.clock.now(), request: null, problem });
}

async function change(
  desk: MachineDesk,
  { code, locale, askedAt }: MachineJob,
  becomes: Partial<MachineJob> & { due: Instant },
): Promise<void> {
  // Asked for anew meanwhile: that wish stands as it is.
  await desk.store.machine.change(code, locale, (now) => (now.askedAt === askedAt ? { ...now, ...becomes } : null));
}
