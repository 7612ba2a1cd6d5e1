// A figure of the server's own account, by its name in /metrics. Called by fullSize.ts and stall.ts.
import type { BenchHouse } from "./house.ts";

export async function metric({ port }: BenchHouse, name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(new RegExp(`^${name} ([\\d.]+)`, "m").exec(text)?.[1] ?? Number.NaN);
}
