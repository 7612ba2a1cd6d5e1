// PostgreSQL goes away under a running house and comes back: what readers see stays right, and staff publish again without a restart. (trust 16, F11)
import type { AddressInfo, Server, Socket } from "node:net";
import { connect, createServer } from "node:net";
import { Client } from "pg";
import { afterAll, expect, it } from "vitest";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import { aContent } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { freshDatabase } from "../setup/freshDatabase.ts";
import type { RunningHouse } from "../startHouse.ts";
import { startHouse } from "../startHouse.ts";

/** The way to the database: open, or refusing everybody as a stopped server does. */
class Gate {
  readonly #through = new Set<Socket>();
  #server: Server | null = null;
  #port = 0;

  constructor(readonly database: URL) {}

  async open(): Promise<string> {
    const server = createServer((near) => {
      const far = connect(Number(this.database.port), this.database.hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#through.add(one);
        one.on("error", () => undefined);
        one.on("close", () => {
          this.#through.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    return Object.assign(new URL(this.database), { hostname: "127.0.0.1", port: String(this.#port) }).href;
  }

  async shut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server?.close(resolve));
    // What a server that is being stopped tells each connection: FATAL 57P01, then it hangs up.
    const client = new Client({ connectionString: this.database.href });
    await client.connect();
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await client.end();
    for (const socket of this.#through) socket.destroy();
    await closed;
  }
}

async function publish(house: RunningHouse, title: string) {
  const draft = await house.staff("POST", "/postings", { owner: "lecce", content: aContent(title) });
  if (draft.status !== 201 && draft.status !== 200) return { status: draft.status, code: "", revision: 0 };
  const { code, revision } = draft.body.posting;
  const open = await house.staff("POST", `/postings/${code}/publish`, { expected: revision });
  return { status: open.status, code, revision: open.body.posting.revision };
}

describeWith(["postgres"], "PostgreSQL stopped and started again", () => {
  let gate: Gate | null = null;
  afterAll(() => gate?.shut());
  it("every page stays right, nothing is half done, and publishing works without a restart", async () => {
    gate = new Gate(new URL(await freshDatabase()));
    const house = await startHouse({ databaseUrl: await gate.open() });
    const before = await publish(house, "Cameriere prima");
    await gate.shut();

    for (const locale of CORE_LOCALES) {
      const page = await fetch(`${house.base}/o/${before.code}/${locale}`);
      expect([page.status, (await page.text()).includes(`<html lang="${locale}"`)]).toEqual([200, true]);
      expect((await fetch(`${house.base}/${locale}/?q=cameriere`)).status).toBe(200);
    }
    expect((await fetch(`${house.base}/readyz`)).status).toBe(503);
    const refused = await publish(house, "Cameriere durante");
    expect(refused.status, "staff are told, not deceived").toBeGreaterThanOrEqual(500);

    await gate.open();
    let after = "";
    // The first answers may still meet a connection that died.
    const published = async () => {
      const { status, code } = await publish(house, "Cameriere dopo");
      after = code;
      return status;
    };
    await expect.poll(published, { timeout: 60_000, interval: 500 }).toBe(200);
    expect((await fetch(`${house.base}/o/${after}/it`)).status).toBe(200);
    const close = { expected: before.revision, reason: "withdrawn" };
    const closed = async () => (await house.staff("POST", `/postings/${before.code}/close`, close)).status;
    await expect.poll(closed, { timeout: 60_000, interval: 500 }).toBe(200);
    expect((await fetch(`${house.base}/o/${before.code}/it`)).status, "withdrawn: at once").toBe(410);
    const titles = [...house.house.mirror.entries()].map(({ shown }) => shown?.content.title.written.text);
    expect(titles).not.toContain("Cameriere durante");
  }, 180_000);
});
