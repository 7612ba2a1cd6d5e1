// Staff accounts in SQL. Sealed as well: a flipped bit must never grant a right. Called by createStore only.
import type { Kysely } from "kysely";
import type { Account, Reader, Writer } from "../store.ts";
import type { Tables } from "./tables.ts";
import { seal, unseal, unsealAll } from "./seal.ts";

export function readAccounts(db: Kysely<Tables>): Pick<Reader, "account" | "accounts"> {
  const all = db.selectFrom("account").selectAll();
  return {
    account: async (login) => unseal(await all.where("login", "=", login).executeTakeFirst()),
    accounts: async () =>
      unsealAll<Account>(await all.execute()).sort((a, b) => (a.user.login < b.user.login ? -1 : 1)),
  };
}

export function writeAccounts(db: Kysely<Tables>): Pick<Writer, "putAccount"> {
  return {
    putAccount: async (account) => {
      const row = seal({ login: account.user.login }, account);
      await db
        .insertInto("account")
        .values(row)
        .onConflict((clash) => clash.column("login").doUpdateSet(row))
        .execute();
    },
  };
}
