// One request to a translation service and its answer as JSON, or a TranslatorFailure that says what went wrong. Called by every adapter.
// Redirects are not followed: a key must not travel where nobody meant it to. What a service says in words is neither shown nor logged.
import type { TranslatorProblem } from "../domain/machine.ts";
import { TranslatorFailure } from "./translator.ts";

export interface Question {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

/** No honest answer to a chunk is larger. */
const MOST_BYTES = 2_000_000;

export async function askService({ url, method = "POST", headers = {}, body, signal }: Question): Promise<unknown> {
  const response = await reach(url, {
    method,
    headers: {
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: "manual",
    signal,
  });
  if (response.status < 200 || response.status > 299) {
    await response.body?.cancel().catch(() => undefined);
    throw failureOf(response.status, retryAfterOf(response.headers.get("retry-after")));
  }
  const text = await readText(response, signal);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new TranslatorFailure("retry", "translatorNotJson");
  }
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw broken(cause, "translatorUnreachable", init.signal);
  }
}

async function readText(response: Response, signal: AbortSignal): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body ?? []) {
      size += part.byteLength;
      if (size > MOST_BYTES) throw new TranslatorFailure("retry", "translatorGarbage");
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof TranslatorFailure) throw cause;
    throw broken(cause, "translatorCut", signal);
  }
  return Buffer.concat(parts).toString("utf8");
}

function broken(cause: unknown, problem: TranslatorProblem, signal: AbortSignal | null | undefined): TranslatorFailure {
  return new TranslatorFailure("retry", signal?.aborted === true ? "translatorSlow" : problem, null, cause);
}

/** What a status means, the same for all services; an adapter may know better before it asks. */
export function failureOf(status: number, retryAfter: number | null): TranslatorFailure {
  if (status === 401 || status === 403) return new TranslatorFailure("stop", "translatorKey");
  if (status === 402 || status === 456) return new TranslatorFailure("stop", "translatorQuota");
  if (status === 404 || status === 405 || status === 410 || (status >= 300 && status < 400))
    return new TranslatorFailure("stop", "translatorAddress");
  if (status === 413 || status === 414) return new TranslatorFailure("reject", "translatorTooLong");
  if (status === 429) return new TranslatorFailure("retry", "translatorBusy", retryAfter);
  if (status >= 500 || status === 408) return new TranslatorFailure("retry", "translatorDown", retryAfter);
  return new TranslatorFailure("reject", "translatorRefused");
}

/** Seconds, or a date; null where neither. */
function retryAfterOf(header: string | null): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 86_400) : null;
}
