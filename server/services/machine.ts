// Machine translation as the rest of the house sees it: whether there is a service, a wish for drafts, the next step of the queue, a late answer.
// Built once by app.ts, worked by followers/machine, asked by http/machine.
import { createHash } from "node:crypto";
import type { Config } from "../config.ts";
import type { TranslatorHealth } from "../domain/machine.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Translator } from "../translators/translator.ts";
import type { TranslationDesk } from "./moveTranslation.ts";
import type { AnswerKind } from "./takeMachineAnswer.ts";
import { takeMachineAnswer } from "./takeMachineAnswer.ts";
import { healthAt, tryAgain } from "./translatorHealth.ts";
import type { MachineDesk } from "./workMachine.ts";
import { workMachine } from "./workMachine.ts";

export interface Machine {
  /** Name of the configured service, or null: none. */
  readonly name: string | null;
  readonly budget: number | null;
  health(): Promise<TranslatorHealth>;
  /** Lifts what stops the service and wakes the queue; refuses translatorOff where there is none. */
  wake(): Promise<void>;
  /** One step; false where nothing can be done now. */
  work(): Promise<boolean>;
  /** False where no open request has this secret. */
  take(secret: string, kind: AnswerKind, body: Readonly<Record<string, unknown>>): Promise<boolean>;
  /** Called whenever there may be something to do. */
  onWork(listener: () => void): void;
  /** Ends a call under way; its job waits for the next start. */
  end(): void;
}

export interface MachineNeeds extends TranslationDesk {
  readonly config: Pick<Config, "translator" | "publicUrl">;
  readonly translator: Translator | null;
  readonly patience?: number;
  random?(): number;
}

/** Milliseconds a call to the service may take. */
const PATIENCE = 30_000;

export function createMachine({
  config,
  translator,
  patience = PATIENCE,
  random = Math.random,
  ...desk
}: MachineNeeds): Machine {
  const listeners: (() => void)[] = [];
  const ending = new AbortController();
  const { budget = null, ...rest } = config.translator ?? {};
  const configuration = createHash("sha256")
    .update(JSON.stringify([rest, budget]))
    .digest("hex")
    .slice(0, 32);
  const { publicUrl } = config;
  const whole: MachineDesk | null =
    translator === null
      ? null
      : { ...desk, translator, configuration, budget, publicUrl, patience, random, ending: ending.signal };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    name: translator?.name ?? null,
    budget,
    health: async () => healthAt(await desk.store.machine.health(), configuration, desk.clock.now()),
    async wake() {
      if (whole === null) throw new Refusal("translatorOff");
      await tryAgain(desk.store.machine, configuration, desk.clock.now());
      tell();
    },
    work: async () => whole !== null && !ending.signal.aborted && workMachine(whole),
    async take(secret, kind, body) {
      if (whole === null || ending.signal.aborted) return false;
      const taken = await takeMachineAnswer(whole, secret, kind, body);
      tell();
      return taken;
    },
    onWork: (listener) => void listeners.push(listener),
    end: () => ending.abort(),
  };
}
