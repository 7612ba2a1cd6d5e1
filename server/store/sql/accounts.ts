// Staff accounts in SQL. Sealed as well: a flipped bit must never grant a right. Called by createStore only.
import type { Kysely } from "kysely";
import type { Reader, Writer } from "../store.ts";
import { putRow } from "./putRow.ts";
import { seal, unseal, unsealAll } from "./seal.ts";
import type { Tables } from "./tables.ts";

export function readAccounts(db: Kysely<Tables>): Pick<Reader, "account" | "accounts"> {
  const all = () => db.selectFrom("account").selectAll();
  return {
    account: async (login) => unseal("account", await all().where("login", "=", login).executeTakeFirst()),
    accounts: async () =>
      unsealAll("account", await all().execute()).sort((a, b) => (a.user.login < b.user.login ? -1 : 1)),
  };
}

export function writeAccounts(db: Kysely<Tables>): Pick<Writer, "putAccount"> {
  return {
    putAccount: async (account) => {
      const row = seal("account", { login: account.user.login }, account);
      await putRow(db, "account", row, "replaced");
    },
  };
}
