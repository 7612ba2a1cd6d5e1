// Where a person is signed in, and how: the list of one's own sessions, ending one or all others.

import { Refusal } from "../domain/refusal.ts";
import type { SecurityAnswer } from "../domain/userContract.ts";
import { wayOf } from "../services/resetPassword.ts";
import { revokeOwnSessions } from "../services/revokeSessions.ts";
import { isAlive, sessionId } from "../services/startSession.ts";
import type { Call, Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";
import { readToken } from "./sessionCookie.ts";

export function ownSessionRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/session/security",
      access: "signedIn",
      summary: "How one signs in oneself, and one's open sessions.",
      async handle(call) {
        const { store, clock } = call.house;
        const { login } = userOfCall(call);
        const account = await store.account(login);
        if (account === null) throw new Refusal("signInRequired");
        const current = currentId(call);
        const alive = (await store.side.sessionsOf(login)).filter((session) => isAlive(session, clock.now()));
        const sessions = alive.map(({ id, createdAt, seenAt, expires }) => ({
          id,
          createdAt,
          seenAt,
          expires,
          current: id === current,
        }));
        const confirmed = account.secondFactor?.confirmed === true;
        const recoveryLeft = confirmed ? (account.secondFactor?.recovery.length ?? 0) : 0;
        return {
          json: { way: wayOf(account), secondFactor: confirmed, recoveryLeft, sessions } satisfies SecurityAnswer,
        };
      },
    }),
    route({
      method: "delete",
      path: "/session/others",
      access: "signedIn",
      summary: "End all one's sessions but this one.",
      async handle(call) {
        await revokeOwnSessions(call.house, userOfCall(call), currentId(call), null);
        return { status: 204 };
      },
    }),
    route({
      method: "delete",
      path: "/session/others/:id",
      access: "signedIn",
      summary: "End one of one's own sessions.",
      async handle(call) {
        await revokeOwnSessions(call.house, userOfCall(call), currentId(call), call.params.id ?? "");
        return { status: 204 };
      },
    }),
  ];
}

function currentId({ request, house }: Pick<Call<unknown, unknown>, "request" | "house">): string {
  return sessionId(readToken(request, house.config) ?? "");
}
