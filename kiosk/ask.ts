// One question to the API that either gives a whole, well-formed answer or throws. Called by connection, pairing and counts.
import type { BeatCause } from "../server/domain/display.ts";

export interface Question {
  readonly method?: "GET" | "POST";
  /** The device's own, in the Authorization header. */
  readonly token?: string;
  readonly body?: unknown;
}

/** What the server refuses by name; `refusal` is null where the answer was none of ours. */
export class Refused extends Error {
  readonly status: number;
  readonly refusal: string | null;
  constructor(status: number, refusal: string | null) {
    super(`status ${status}`);
    this.status = status;
    this.refusal = refusal;
  }
}

/** @throws Refused, or an Error with the cause's plain name: "not JSON", "unexpected answer", or the network's own */
export async function ask<T>(
  address: string,
  isAnswer: (value: unknown) => value is T,
  patience: number,
  { method = "GET", token, body }: Question = {},
): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    // Never from a cache, not even a confirmed one: its `now` would be the server's clock of then.
    const response = await fetch(address, {
      method,
      signal: abort.signal,
      headers: {
        accept: "application/json",
        ...(method === "GET" ? {} : { "x-requested-with": "bacheca" }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: "omit",
      cache: "no-store",
    });
    const value = parse(await response.text());
    if (!response.ok) throw new Refused(response.status, refusalOf(value));
    if (!isAnswer(value)) throw new Error(value === undefined ? "not JSON" : "unexpected answer");
    return value;
  } finally {
    clearTimeout(timer);
  }
}

/** What a failed question says of the line. A browser hides whether it was the name, the certificate or the wire: the kit's guard tells those. */
export function causeOf(fault: unknown): BeatCause {
  if (fault instanceof Refused) return "status";
  return fault instanceof Error && /^(not JSON|unexpected answer)$/.test(fault.message) ? "notJson" : "unreachable";
}

function refusalOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  const { refusal } = value as { readonly refusal?: unknown };
  return typeof refusal === "string" ? refusal : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
