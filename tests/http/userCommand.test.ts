// The accounts from the command line: the same services and rules, without a browser.
import { beforeAll, describe, expect, it } from "vitest";
import { UsageError } from "../../server/commands/usage.ts";
import { userCommand } from "../../server/commands/user.ts";
import { readConfig } from "../../server/config.ts";
import { systemClock } from "../../server/services/clock.ts";
import { firstAdministrator, signIn } from "../../server/services/signIn.ts";
import { openStore } from "../../server/store/openStore.ts";
import { anOffice } from "../builders.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";

const config = readConfig({ DATA_DIR: temporaryFolder() });

async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  expect(await userCommand({ config, out: (line) => void lines.push(line), note: () => undefined }, args)).toBe(0);
  return lines;
}

beforeAll(async () => {
  const store = await openStore(config);
  await firstAdministrator({ store, clock: systemClock }, "una password di prova");
  await store.write("test", Date.now(), (tx) => tx.putOwner(anOffice("lecce")));
  await store.close();
});

describe("user", () => {
  it("adds a person, whose printed password opens the door", async () => {
    const [line = ""] = await run("add", "anna", "publisher", "lecce", "--name", "Anna Rossi");
    const [login, password = ""] = line.split("\t");
    expect(login).toBe("anna");
    const store = await openStore(config);
    const signed = await signIn({ store, clock: systemClock, config }, "anna", password);
    expect(signed.user).toMatchObject({ name: "Anna Rossi", mustChangePassword: true });
    await store.close();
    expect(await run("list")).toContain("anna\tAnna Rossi\tpublisher@lecce\tattivo");
  });

  it("gives and takes rights, closes and opens", async () => {
    await run("grant", "anna", "targeted", "lecce");
    await run("revoke", "anna", "publisher", "lecce");
    await run("disable", "anna");
    expect(await run("list")).toContain("anna\tAnna Rossi\ttargeted@lecce\tdisattivato");
    await run("enable", "anna");
  });

  it("[U6] leaves the network its last administrator, and [U8] a role of the network its place", async () => {
    await expect(run("disable", "admin")).rejects.toMatchObject({ code: "lastAdministrator" });
    await expect(run("revoke", "admin", "networkAdministrator")).rejects.toMatchObject({ code: "lastAdministrator" });
    await expect(run("add", "bea", "networkEditor", "lecce")).rejects.toMatchObject({ code: "invalidInput" });
    await expect(run("add", "bea", "reader", "atlantide")).rejects.toMatchObject({ code: "invalidInput" });
    await expect(run("password", "nessuno")).rejects.toMatchObject({ code: "notFound" });
  });

  it.each([
    [[]],
    [["add", "bea"]],
    [["add", "bea", "emperor"]],
    [["add", "bea", "reader"]],
    [["password", "no spaces please"]],
    [["sing", "anna"]],
  ])("%j is wrong usage", async (args) => {
    await expect(run(...args)).rejects.toBeInstanceOf(UsageError);
  });
});
