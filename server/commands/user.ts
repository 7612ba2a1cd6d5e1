// user list | add LOGIN ROLE [OFFICE] [--name N] | grant / revoke LOGIN ROLE [OFFICE] | password | disable | enable LOGIN: the accounts,
// without a browser. Whoever has the machine has every right, save leaving the network without an administrator.

import { sameGrant } from "../domain/grant.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Grant, Role } from "../domain/user.ts";
import { isOfNetwork, ROLES } from "../domain/user.ts";
import { LOGIN } from "../domain/userContract.ts";
import { changeUser } from "../services/changeUser.ts";
import { systemClock } from "../services/clock.ts";
import { createUser } from "../services/createUser.ts";
import { disableUser, enableUser } from "../services/disableUser.ts";
import { resetPassword } from "../services/resetPassword.ts";
import { systemUser } from "../services/systemUser.ts";
import { openStore } from "../store/openStore.ts";
import type { Store } from "../store/store.ts";
import type { Command } from "./command.ts";
import { readArguments, UsageError } from "./usage.ts";

const USAGE =
  "user list | add LOGIN RUOLO [UFFICIO] [--name NOME] [--gateway] | grant LOGIN RUOLO [UFFICIO] | revoke LOGIN RUOLO [UFFICIO] | password LOGIN | disable LOGIN | enable LOGIN";
const wrong = () => new UsageError(`Uso: node server/start.mjs ${USAGE}\nRuoli: ${ROLES.join(", ")}`);
const cli = systemUser("cli");

export const userCommand: Command = async ({ config, out }, args) => {
  const { positionals, values } = readArguments(
    args,
    { name: { type: "string" }, gateway: { type: "boolean" } },
    USAGE,
  );
  const [action = "", login = "", ...right] = positionals;
  if (action !== "list" && !LOGIN.test(login)) throw wrong();
  const store = await openStore(config);
  const people = { store, clock: systemClock };
  try {
    switch (action) {
      case "list":
        for (const { user } of await store.accounts()) {
          const grants = user.grants.map((grant) => `${grant.role}@${grant.on}`).join(" ");
          out([user.login, user.name, grants, user.disabled ? "disattivato" : "attivo"].join("\t"));
        }
        return 0;
      case "add": {
        const name = typeof values.name === "string" ? values.name : login;
        const way = values.gateway === true ? "gateway" : "password";
        const { password } = await createUser(
          people,
          cli,
          { login, name, grants: [grantOf(right)], way },
          config.gateway?.issuer ?? null,
        );
        out(password === null ? login : `${login}\t${password}`);
        return 0;
      }
      case "grant":
      case "revoke":
        await changeGrant(store, login, grantOf(right), action === "grant");
        return 0;
      case "password":
        out(`${login}\t${(await resetPassword(people, cli, login)).password}`);
        return 0;
      case "disable":
      case "enable":
        await (action === "disable" ? disableUser : enableUser)(people, cli, login);
        return 0;
      default:
        throw wrong();
    }
  } finally {
    await store.close();
  }
};

/** Roles of the network stand on all of it; any other must say where. */
function grantOf([role, on]: readonly string[]): Grant {
  if (!ROLES.includes(role as Role)) throw wrong();
  if (on === undefined && !isOfNetwork(role as Role)) throw wrong();
  return { role: role as Role, on: on ?? "*" };
}

async function changeGrant(store: Store, login: string, grant: Grant, given: boolean): Promise<void> {
  const user = (await store.account(login))?.user;
  if (user === undefined) throw new Refusal("notFound", { what: "user", id: login });
  const others = user.grants.filter((other) => !sameGrant(other, grant));
  const { name, grants } = user;
  await changeUser({ store, clock: systemClock }, cli, login, {
    name,
    grants: given ? [...others, grant] : others,
    expected: { name, grants: [...grants] },
  });
}
