// How much memory the hungriest process of the browser holds: in practice the renderer of the resident page.
// press.ts asks after each batch. Summing the tree would count shared pages many times over.
import { readFile } from "node:fs/promises";

/** @returns resident bytes of the largest process below `pid`; 0 where the system does not tell (not Linux) */
export async function largestProcess(pid: number): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  const below = await Promise.all(
    children
      .split(" ")
      .filter(Boolean)
      .map((child) => largestProcess(Number(child))),
  );
  const pages = (await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "")).split(" ")[1] ?? "0";
  return Math.max(Number(pages) * 4096, ...below);
}
