// A person's hand at the desk, counted by the keystroke-level model (Card, Moran and Newell, 1980): every key, pointing, change of hand and
// moment of thought has a time of its own. It works the real page in a real browser. Called by firstPosting, for the journey and the bench.
import type { ElementHandle, KeyInput, Page } from "puppeteer";

/** Seconds. K of an average non-secretary typist, P of a mouse, H from mouse to keys, M of a moment to think; a click is a button down and up. */
export const KLM = { K: 0.28, P: 1.1, B: 0.1, H: 0.4, M: 1.35 } as const;

export interface CountedStep {
  readonly what: string;
  /** "M 2K P 2B" */
  readonly operators: string;
  readonly seconds: number;
  /** How long the house kept the person waiting. */
  readonly waited: number;
}

export interface Hand {
  readonly page: Page;
  readonly steps: CountedStep[];
  /** Everything within counts as this step. */
  step(what: string, work: () => Promise<void>): Promise<void>;
  think(): void;
  type(text: string): Promise<void>;
  /** One key, or several held together. */
  press(...keys: KeyInput[]): Promise<void>;
  click(target: ElementHandle<Element>): Promise<void>;
  /** With the tab key alone. */
  tabTo(reached: (wanted: string) => boolean, wanted: string): Promise<void>;
  /** Time that passes here is the house's, not the person's. */
  wait<T>(until: Promise<T>): Promise<T>;
}

export function createHand(page: Page): Hand {
  const steps: CountedStep[] = [];
  let counts: Record<keyof typeof KLM, number> = { K: 0, P: 0, B: 0, H: 0, M: 0 };
  let waited = 0;
  let hand: "keys" | "mouse" = "keys";
  const to = (next: typeof hand) => {
    if (next !== hand) counts.H += 1;
    hand = next;
  };
  const press = async (...keys: KeyInput[]) => {
    to("keys");
    counts.K += keys.length;
    const held = keys.slice(0, -1);
    for (const key of held) await page.keyboard.down(key);
    await page.keyboard.press(keys.at(-1) ?? "Enter");
    for (const key of held.reverse()) await page.keyboard.up(key);
  };
  return {
    page,
    steps,
    async step(what, work) {
      counts = { K: 0, P: 0, B: 0, H: 0, M: 0 };
      waited = 0;
      await work();
      const used = (Object.keys(KLM) as (keyof typeof KLM)[]).filter((one) => counts[one] > 0);
      const operators = used.map((one) => `${counts[one] === 1 ? "" : counts[one]}${one}`).join(" ");
      const seconds = used.reduce((sum, one) => sum + counts[one] * KLM[one], 0);
      steps.push({ what, operators, seconds, waited });
    },
    think() {
      counts.M += 1;
    },
    async type(text) {
      to("keys");
      counts.K += text.length;
      await page.keyboard.type(text);
    },
    press,
    async click(target) {
      to("mouse");
      counts.P += 1;
      counts.B += 2;
      await target.click();
    },
    async tabTo(reached, wanted) {
      for (let tabs = 0; tabs < 200; tabs += 1) {
        if (await page.evaluate(reached, wanted)) return;
        await press("Tab");
      }
      throw new Error(`no way to ${wanted} by keyboard`);
    },
    async wait(until) {
      const begun = performance.now();
      try {
        return await until;
      } finally {
        waited += (performance.now() - begun) / 1000;
      }
    },
  };
}

export const totalOf = (steps: readonly CountedStep[]): number => steps.reduce((sum, { seconds }) => sum + seconds, 0);
