// A running server for a benchmark, with the demonstration network in a folder of its own, and a signed-in member of staff.
// Called by the displays and page benchmarks.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Content } from "../../server/domain/content.ts";
import type { BoardAnswer, PostingAnswer, PostingsAnswer } from "../../server/domain/httpContract.ts";
import type { ImportAnswer } from "../../server/domain/importContract.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Program } from "./programs.ts";
import { freePort, SERVER_CORE, startProgram } from "./programs.ts";

const PASSWORD = "una-password-di-prova";
/** Where the displays of the benchmark hang. */
export const OFFICE = "lecce";

export interface BenchHouse {
  readonly program: Program;
  readonly port: number;
  /** Open postings of the office's board. */
  board(): Promise<readonly PublicPosting[]>;
  /** A draft of the office; not yet public. */
  draft(content: Content): Promise<{ code: string; publish(): Promise<void>; withdraw(): Promise<void> }>;
  signIn(): Promise<void>;
  readonly staff: { readonly login: string; readonly password: string };
  /** Closes whatever hangs, so that a display has nothing to show before what is published next. */
  emptyBoards(): Promise<void>;
  /** Records of the import, published by the office. */
  importRows(rows: readonly object[]): Promise<void>;
  /** A sheet in CSV, tried without writing anything. */
  tryRows(csv: string): Promise<{ outcome: string; rows: number; problems: number }>;
  end(): Promise<void>;
}

/** @param filled a data folder already filled; absent: the demonstration in a new one */
export async function startBenchHouse(filled?: string): Promise<BenchHouse> {
  const folder = filled ?? mkdtempSync(join(tmpdir(), "bacheca-bench-"));
  const port = await freePort();
  const env = {
    PORT: String(port),
    DATA_DIR: folder,
    ADMIN_PASSWORD: PASSWORD,
    DATABASE_URL: "",
    DEMO: filled === undefined ? "1" : "0",
    LOG_LEVEL: "error",
  };
  const program = await startProgram("serveHouse", SERVER_CORE, { ...env, NODE_ENV: "production", PUBLIC_URL: "" });
  const base = `http://127.0.0.1:${port}`;
  let cookie = "";

  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${base}/api/v1${path}`, {
      method,
      headers: { "content-type": "application/json", "x-requested-with": "bacheca", cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return (await answer.json()) as T;
  }

  const signIn = () => call("POST", "/session", { login: "admin", password: PASSWORD });
  await signIn();
  return {
    program,
    port,
    signIn: async () => void (await signIn()),
    board: async () => (await call<BoardAnswer>("GET", `/boards/${OFFICE}`)).postings,
    async draft(content) {
      const { posting } = await call<PostingAnswer>("POST", "/postings", { owner: OFFICE, content });
      const { code } = posting;
      let { revision } = posting;
      const change = async (how: string, more: object = {}) => {
        const body = { expected: revision, ...more };
        ({ revision } = (await call<PostingAnswer>("POST", `/postings/${code}/${how}`, body)).posting);
      };
      return { code, publish: () => change("publish"), withdraw: () => change("close", { reason: "withdrawn" }) };
    },
    staff: { login: "admin", password: PASSWORD },
    async emptyBoards() {
      for (;;) {
        const { postings } = await call<PostingsAnswer>("GET", "/postings?state=open");
        if (postings.length === 0) return;
        for (const { code, revision } of postings)
          await call("POST", `/postings/${code}/close`, { expected: revision, reason: "withdrawn" });
      }
    },
    async importRows(rows) {
      const content = Buffer.from(JSON.stringify(rows)).toString("base64");
      const asked = { office: OFFICE, kind: "vacancy", source: "bench", columns: {} };
      const how = { publish: true, dryRun: false, closeMissing: false };
      const body = { ...asked, ...how, file: { how: "file", name: "bench.json", content } };
      const { outcome } = await call<{ outcome: string }>("POST", "/imports", body);
      if (outcome !== "done") throw new Error(`the import of ${rows.length} rows was ${outcome}`);
    },
    async tryRows(csv) {
      const file = { how: "file", name: "bench.csv", content: Buffer.from(csv).toString("base64") };
      const asked = { office: OFFICE, kind: "vacancy", source: "bench", columns: {} };
      const body = { ...asked, publish: false, dryRun: true, closeMissing: false, file };
      const { outcome, rows, problems } = await call<ImportAnswer>("POST", "/imports", body);
      return { outcome, rows: rows.length, problems: problems.length };
    },
    async end() {
      await program.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
