// A long work looked on while it runs: how far it is, and a way to stop it. The server goes on without us. Called by whatever imports, prints or changes many.
import type { Signal } from "@preact/signals";
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { WorkLine } from "../../server/domain/workContract.ts";
import { WORK_HEADER } from "../../server/domain/workContract.ts";
import { call, Refused, refusedBy } from "../api.ts";
import { spokenLocale, word } from "../words/words.ts";

export interface Progress {
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  readonly stopping: boolean;
}

export interface LongWork {
  /** Null while nothing runs. */
  readonly progress: Signal<Progress | null>;
  /** Asks a route that answers line by line. @throws Refused */
  run<A>(method: string, path: string, body?: unknown): Promise<A>;
  /** The same for a route with lines of its own. @throws Refused */
  lines<L>(method: string, path: string, body: unknown, total: number, onLine: (line: L) => void): Promise<void>;
  stop(): void;
}

export function useLongWork(): LongWork {
  const progress = useSignal<Progress | null>(null);
  const id = useRef("");
  const tell = (done: number, total: number) => {
    progress.value = { done, total, stopping: progress.peek()?.stopping ?? false };
  };
  const begun = async <T>(total: number, does: () => Promise<T>): Promise<T> => {
    id.current = crypto.randomUUID().replaceAll("-", "");
    progress.value = { done: 0, total, stopping: false };
    try {
      return await does();
    } finally {
      progress.value = null;
    }
  };
  return {
    progress,
    run<A>(method: string, path: string, body?: unknown) {
      return begun(0, async () => {
        let answer: { readonly given: A } | null = null;
        await readLines<WorkLine<A>>(method, path, body, id.current, (line) => {
          if ("done" in line) tell(line.done, line.total);
          else if ("refused" in line) throw refusedBy(line.refused, 0);
          else answer = { given: line.answer };
        });
        // Cut off in the middle: whether it was done, the server knows and we do not.
        if (answer === null) throw new Refused("unreachable", {}, word("work.cutOff"));
        return (answer as { given: A }).given;
      });
    },
    lines<L>(method: string, path: string, body: unknown, total: number, onLine: (line: L) => void) {
      return begun(total, () => {
        let done = 0;
        return readLines<L>(method, path, body, id.current, (line) => {
          done += 1;
          tell(done, total);
          onLine(line);
        });
      });
    },
    stop() {
      const now = progress.peek();
      if (now === null) return;
      progress.value = { ...now, stopping: true };
      // It may have ended meanwhile: then there is nothing to stop.
      call("POST", `/works/${id.current}/stop`).catch(() => undefined);
    },
  };
}

async function readLines<L>(
  method: string,
  path: string,
  body: unknown,
  id: string,
  onLine: (line: L) => void,
): Promise<void> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    credentials: "same-origin",
    headers: {
      accept: "application/x-ndjson",
      "accept-language": spokenLocale().id,
      "x-requested-with": "bacheca",
      [WORK_HEADER]: id,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refused("unreachable", {}, word("errors.unreachable"));
  });
  if (!response.ok || response.body === null) throw refusedBy(await response.json().catch(() => null), response.status);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(JSON.parse(line) as L);
  }
}
