// Prints the figures of a benchmark as a table for people: ours, the peer's, their ratio, the limit and whether it is kept.
// Called by the benchmarks.

export interface Line {
  readonly what: string;
  readonly ours: string;
  readonly peer?: string;
  readonly ratio?: string;
  readonly limit?: string;
  readonly within?: boolean;
}

const HEAD = { what: "", ours: "ours", peer: "peer", ratio: "ratio", limit: "limit", verdict: "" };

export function printTable(title: string, lines: readonly Line[], notes: readonly string[] = []): void {
  const rows = [HEAD, ...lines.map(rowOf)];
  const columns = Object.keys(HEAD) as (keyof typeof HEAD)[];
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length)));
  const drawn = rows.map((row) =>
    columns
      .map((column, at) => (at === 0 ? row[column].padEnd(widths[at] ?? 0) : row[column].padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  const text = [title, ...drawn.map((line) => `  ${line}`), ...notes.map((note) => `  ${note}`)];
  process.stdout.write(`\n${text.join("\n")}\n`);
}

function rowOf({ what, ours, peer = "", ratio = "", limit = "", within }: Line): typeof HEAD {
  return { what, ours, peer, ratio, limit, verdict: within === undefined ? "" : within ? "ok" : "NOT MET" };
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
