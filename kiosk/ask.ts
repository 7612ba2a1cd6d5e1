// One GET of the public API that either gives a whole, well-formed answer or throws. Called by connection.

/** @throws with the cause's plain name: "status 500", "not JSON", "unexpected answer", or the network's own error */
export async function ask<T>(address: string, isAnswer: (value: unknown) => value is T, patience: number): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    // Never from a cache, not even a confirmed one: its `now` would be the server's clock of then.
    const response = await fetch(address, {
      signal: abort.signal,
      headers: { accept: "application/json" },
      cache: "no-store",
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const text = await response.text();
    const value = parse(text);
    if (!isAnswer(value)) throw new Error(value === undefined ? "not JSON" : "unexpected answer");
    return value;
  } finally {
    clearTimeout(timer);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
