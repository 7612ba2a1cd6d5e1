// A code never given out before. Called inside the transaction that creates a posting.
import { randomInt } from "node:crypto";
import type { Code } from "../domain/code.ts";
import { drawCode } from "../domain/code.ts";
import type { Writer } from "../store/store.ts";

export async function newCode(tx: Pick<Writer, "codeTaken">): Promise<Code> {
  for (;;) {
    const code = drawCode(() => randomInt(2 ** 30));
    if (!(await tx.codeTaken(code))) return code;
  }
}
