// A process of its own that uses a store, for tests that kill it or watch it from another. Compiled and started by runProgram.ts.
//   publish WHERE    publishes pairs of postings for ever, a line for each acknowledged revision
//   once WHERE N     publishes posting N and ends
//   migrate WHERE K  opens with steps 1, 901 and 902 and kills itself inside step K, before its commit (0: never)

import type { Step } from "../../server/store/migrate.ts";
import { records } from "../../server/store/migrations/0001-records.ts";
import { openPostgres } from "../../server/store/postgres.ts";
import { openSqlite } from "../../server/store/sqlite.ts";
import { NOW, putWhole } from "./records.ts";

const [task, where = "", argument = "0"] = process.argv.slice(2);
const open = where.startsWith("postgres") ? openPostgres : openSqlite;

const steps: Step[] = [
  records,
  { number: 901, name: "added", up: (db) => db.schema.createTable("added").addColumn("id", "integer").execute() },
  {
    number: 902,
    name: "filled",
    up: async (db) => {
      await db.schema.alterTable("added").addColumn("note", "text").execute();
      const added = db.withTables<{ added: { id: number; note: string } }>();
      await added.insertInto("added").values({ id: 1, note: "from the last" }).execute();
    },
  },
];

if (task === "migrate") {
  const beforeCommit = ({ number }: Step) => {
    if (number === Number(argument)) process.kill(process.pid, "SIGKILL");
  };
  await (await open(where, { steps, beforeCommit })).close();
} else if (task === "once") {
  const store = await open(where);
  const { revision } = await store.write("child", NOW, (tx) => putWhole(tx, Number(argument)));
  process.stdout.write(`${revision} ${Date.now()}\n`);
  await store.close();
} else if (task === "publish") {
  const store = await open(where);
  for (let pair = (await store.head()).revision; ; pair += 1) {
    const { revision } = await store.write("child", NOW, async (tx) => {
      await putWhole(tx, pair * 2);
      await putWhole(tx, pair * 2 + 1);
    });
    process.stdout.write(`${revision} ${pair}\n`);
  }
}
