// user list | user add LOGIN ROLE [OFFICE] [--name N] | user password LOGIN | user disable LOGIN: the accounts, without a browser.
import { randomBytes } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type { Command } from "./command.ts";
import type { Role, User } from "../domain/user.ts";
import type { Account, Store } from "../store/store.ts";
import { ROLES } from "../domain/user.ts";
import { openStore } from "../store/openStore.ts";
import { readArguments, UsageError } from "./usage.ts";

const USAGE = "user list | add LOGIN RUOLO [UFFICIO] [--name NOME] | password LOGIN | disable LOGIN | enable LOGIN";
const wrong = () => new UsageError(`Uso: node server/start.mjs ${USAGE}\nRuoli: ${ROLES.join(", ")}`);

export const userCommand: Command = async ({ config, out, note }, args) => {
  const { positionals, values } = readArguments(args, { name: { type: "string" } }, USAGE);
  const [action, login, role, office = "*"] = positionals;
  const store = await openStore(config);
  try {
    if (action === "list") {
      for (const { user } of await store.accounts()) {
        out([user.login, user.name, user.grants.map((grant) => `${grant.role}@${grant.on}`).join(" "), user.disabled ? "disattivato" : "attivo"].join("\t"));
      }
      return 0;
    }
    if (login === undefined || !/^[a-z0-9][a-z0-9._@-]{0,79}$/.test(login)) throw wrong();
    const account = await store.account(login);
    if (action === "add") {
      if (!ROLES.includes(role as Role)) throw wrong();
      if (account !== null) return refused(note, `L'utente ${login} esiste già.`);
      const user: User = {
        login,
        name: typeof values.name === "string" ? values.name : login,
        grants: [{ role: role as Role, on: office }],
        mustChangePassword: true,
        disabled: false,
      };
      return setPassword(store, user, "user.created", out);
    }
    if (account === null) return refused(note, `L'utente ${login} non esiste. Con «user list» vede quelli che ci sono.`);
    if (action === "password") return setPassword(store, { ...account.user, mustChangePassword: true }, "user.changed", out);
    if (action === "disable" || action === "enable") return setDisabled(store, account, action === "disable");
    throw wrong();
  } finally {
    await store.close();
  }
};

function refused(note: (line: string) => void, sentence: string): number {
  note(sentence);
  return 1;
}

/** Prints a generated password, to be changed at the next sign-in, and ends the user's sessions. */
async function setPassword(store: Store, user: User, verb: "user.created" | "user.changed", out: (line: string) => void): Promise<number> {
  const password = randomBytes(12).toString("base64url");
  const passwordHash = await hash(password);
  await store.write("system:cli", Date.now(), async (tx) => {
    await tx.putAccount({ user, passwordHash });
    await tx.record(verb, user.login, { password: true });
  });
  await store.side.removeSessionsOf(user.login);
  out(`${user.login}\t${password}`);
  return 0;
}

async function setDisabled(store: Store, account: Account, disabled: boolean): Promise<number> {
  await store.write("system:cli", Date.now(), async (tx) => {
    await tx.putAccount({ ...account, user: { ...account.user, disabled } });
    await tx.record("user.changed", account.user.login, { disabled });
  });
  if (disabled) await store.side.removeSessionsOf(account.user.login);
  return 0;
}
