// One worker and a short line before it: single sheets before batches, and a plain "busy" when the line is full.
// chromiumPrinter puts every job through it, since several pages at once cost the same processor time.
import { PrinterBusy } from "./printer.ts";

export interface PrintQueue {
  /** Runs the task in its turn. @throws PrinterBusy when `limit` tasks wait already */
  add<T>(kind: "single" | "batch", task: () => Promise<T>): Promise<T>;
  readonly idle: boolean;
  /** Refuses all that waits with this error; the running task goes on. */
  refuseWaiting(error: Error): void;
}

interface Waiting {
  readonly start: () => Promise<void>;
  readonly refuse: (error: Error) => void;
}

export function createQueue(limit: number): PrintQueue {
  const lines: Record<"single" | "batch", Waiting[]> = { single: [], batch: [] };
  let running = false;
  let usualMs = 500;
  const waiting = () => lines.single.length + lines.batch.length;

  async function work(): Promise<void> {
    running = true;
    for (;;) {
      const next = lines.single.shift() ?? lines.batch.shift();
      if (!next) break;
      const startedAt = performance.now();
      await next.start();
      usualMs = usualMs * 0.8 + (performance.now() - startedAt) * 0.2;
    }
    running = false;
  }

  return {
    get idle() {
      return !running && waiting() === 0;
    },
    add: (kind, task) => {
      if (waiting() >= limit) {
        return Promise.reject(new PrinterBusy(Math.max(1, Math.ceil((usualMs * waiting()) / 1000))));
      }
      return new Promise((resolve, reject) => {
        lines[kind].push({ start: () => task().then(resolve, reject), refuse: reject });
        if (!running) void work();
      });
    },
    refuseWaiting: (error) => {
      for (const { refuse } of [...lines.single.splice(0), ...lines.batch.splice(0)]) refuse(error);
    },
  };
}
