// The contract on PostgreSQL, and what only a server can do to us.
import { expect, test } from "vitest";
import { describeWith } from "../setup/describeWith.ts";
import { freshDatabase, hasPostgres } from "../setup/freshDatabase.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { storeContract } from "./contract.ts";
import { deskContract } from "./contractOfDesk.ts";
import { displayContract } from "./contractOfDisplays.ts";
import { languageContract } from "./contractOfLanguage.ts";
import { machineContract } from "./contractOfMachine.ts";
import { noteContract } from "./contractOfNotes.ts";
import { paperContract } from "./contractOfPaper.ts";
import { publicContract } from "./contractOfPublic.ts";
import { trustContract } from "./contractOfTrust.ts";
import { postgresPlace } from "./place.ts";
import { codeNumber, NOW, putWhole } from "./records.ts";
import { runProgram } from "./runProgram.ts";

const folder = temporaryFolder();
const url = hasPostgres() ? await freshDatabase() : "";

describeWith(["postgres"], "the store on PostgreSQL", () => {
  const place = () => postgresPlace(url);
  storeContract(place);
  trustContract(folder, place);
  displayContract(folder, place);
  deskContract(folder, place);
  languageContract(folder, place);
  paperContract(folder, place);
  noteContract(folder, place);
  publicContract(folder, place);
  machineContract(folder, place);

  const terminate =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bacheca' AND datname = current_database()";

  test("connections ended by the server do not end the process; later calls work again", async () => {
    const here = await place();
    const store = await here.open();
    await Promise.all(Array.from({ length: 20 }, () => store.head()));
    await store.write("anna", NOW, (tx) => putWhole(tx, 1));
    expect((await here.run(terminate)).length).toBeGreaterThan(1);
    const cut = store.write("anna", NOW, async (tx) => {
      await putWhole(tx, 2);
      await here.run(terminate);
      await putWhole(tx, 3);
    });
    await expect(cut).rejects.toMatchObject({ code: "storeUnavailable" });
    expect((await store.head()).revision).toBe(1);
    expect((await store.write("anna", NOW, (tx) => putWhole(tx, 4))).revision).toBe(2);
    expect(await store.posting(codeNumber(2))).toBeNull();
    expect(await store.brokenChain()).toBeNull();
    await store.close();
  });

  test("a server that is not there is refused as unavailable", async () => {
    const { openPostgres } = await import("../../server/store/postgres.ts");
    await expect(openPostgres("postgres://tester@127.0.0.1:9/none")).rejects.toMatchObject({
      code: "storeUnavailable",
    });
  });

  test("[ST1][ST9] two processes write one database: revisions stay consecutive", async () => {
    const here = await place();
    const store = await here.open();
    const mine = Array.from({ length: 30 }, (_, n) => store.write("anna", NOW, (tx) => putWhole(tx, n)));
    const others = [101, 102].map((n) => runProgram(folder, ["once", here.where, String(n)]));
    await Promise.all([...mine, ...others]);
    expect((await store.events(0, 99)).map(({ revision }) => revision)).toEqual(
      Array.from({ length: 32 }, (_, n) => n + 1),
    );
    expect(await store.posting(codeNumber(102))).not.toBeNull();
    expect(await store.brokenChain()).toBeNull();
    await store.close();
  });
});
