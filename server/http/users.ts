// People and their rights, for administrators. What each may see and touch is decided by the services (domain/grant.ts).
import type { PasswordAnswer, UsersAnswer } from "../domain/userContract.ts";
import { changeUserBody, createUserBody } from "../domain/userContract.ts";
import type { House } from "../house.ts";
import { changeUser } from "../services/changeUser.ts";
import { createUser } from "../services/createUser.ts";
import { disableUser, enableUser } from "../services/disableUser.ts";
import { listUsers } from "../services/listUsers.ts";
import { handToGateway, resetPassword } from "../services/resetPassword.ts";
import { revokeSessions } from "../services/revokeSessions.ts";
import type { Call, Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

export function userRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/users",
      access: "administer",
      summary: "People with a right where one administers.",
      async handle(call) {
        const { house } = call;
        const users = await listUsers(house, userOfCall(call), house.mirror.owners.values());
        return { json: { users, gateway: house.config.gateway?.label ?? null } satisfies UsersAnswer };
      },
    }),
    route({
      method: "post",
      path: "/users",
      access: "administer",
      summary: "Make an account; answers its first password, once.",
      body: createUserBody,
      async handle(call) {
        const made = await createUser(call.house, userOfCall(call), call.body, issuerOf(call.house));
        return { status: 201, json: made satisfies PasswordAnswer };
      },
    }),
    route({
      method: "put",
      path: "/users/:login",
      access: "administer",
      summary: "Change a person's name and rights.",
      body: changeUserBody,
      handle: async (call) => ({
        json: { user: await changeUser(call.house, userOfCall(call), loginOf(call), call.body) },
      }),
    }),
    route({
      method: "post",
      path: "/users/:login/disable",
      access: "administer",
      summary: "Close an account and end its sessions.",
      handle: async (call) => ({ json: { user: await disableUser(call.house, userOfCall(call), loginOf(call)) } }),
    }),
    route({
      method: "post",
      path: "/users/:login/enable",
      access: "administer",
      summary: "Open a closed account again.",
      handle: async (call) => ({ json: { user: await enableUser(call.house, userOfCall(call), loginOf(call)) } }),
    }),
    route({
      method: "post",
      path: "/users/:login/password",
      access: "administer",
      summary: "Give a new first password, answered once; takes away the second factor.",
      handle: async (call) => ({
        json: (await resetPassword(call.house, userOfCall(call), loginOf(call))) satisfies PasswordAnswer,
      }),
    }),
    route({
      method: "post",
      path: "/users/:login/gateway",
      access: "administer",
      summary: "Let the body's own sign-in vouch for the person; the password is gone.",
      handle: async (call) => ({
        json: { user: await handToGateway(call.house, userOfCall(call), loginOf(call), issuerOf(call.house)) },
      }),
    }),
    route({
      method: "delete",
      path: "/users/:login/sessions",
      access: "administer",
      summary: "End all sessions of a person.",
      async handle(call) {
        await revokeSessions(call.house, userOfCall(call), loginOf(call));
        return { status: 204 };
      },
    }),
  ];
}

function loginOf({ params }: Pick<Call<unknown, unknown>, "params">): string {
  return (params.login ?? "").toLowerCase();
}

function issuerOf({ config }: House): string | null {
  return config.gateway?.issuer ?? null;
}
