// Signing in and out, and the password. Limits count by account and address together, so one visitor cannot lock out an office behind one address.
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { SessionAnswer } from "../domain/httpContract.ts";
import type { User } from "../domain/user.ts";
import type { House } from "../house.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";
import { clearToken, readToken, setToken } from "./sessionCookie.ts";
import { changePasswordBody, signInBody } from "../domain/httpContract.ts";
import { Refusal } from "../domain/refusal.ts";
import { changePassword, signIn, signOut } from "../services/signIn.ts";

export function sessionRoutes(): Route[] {
  // Five wrong tries for one login from one address, fifty for a login from anywhere, in a quarter of an hour.
  const pair = new RateLimiterMemory({ points: 5, duration: 900 });
  const login = new RateLimiterMemory({ points: 50, duration: 900 });
  return [
    route({
      method: "post",
      path: "/session",
      access: "public",
      summary: "Sign in; sets the session cookie.",
      body: signInBody,
      async handle({ house, body, request, response }) {
        const name = body.login.toLowerCase();
        const keys = [[pair, `${name}|${request.ip}`], [login, name]] as const;
        for (const [limiter, key] of keys) {
          const state = await limiter.get(key);
          if (state !== null && state.remainingPoints <= 0) {
            throw new Refusal("tooManyTries", { retryAfter: Math.ceil(state.msBeforeNext / 1000), minutes: Math.ceil(state.msBeforeNext / 60_000) });
          }
        }
        try {
          const { token, user } = await signIn(house, name, body.password);
          await pair.delete(`${name}|${request.ip}`);
          setToken(response, house.config, token);
          return { json: sessionOf(house, user) };
        } catch (thrown) {
          if (thrown instanceof Refusal) for (const [limiter, key] of keys) await limiter.consume(key).catch(() => undefined);
          throw thrown;
        }
      },
    }),
    route({
      method: "get",
      path: "/session",
      access: "signedIn",
      summary: "Who is signed in.",
      handle: (call) => ({ json: sessionOf(call.house, userOfCall(call)) }),
    }),
    route({
      method: "delete",
      path: "/session",
      access: "signedIn",
      summary: "Sign out.",
      async handle({ house, request, response }) {
        const token = readToken(request);
        if (token !== null) await signOut(house, token);
        clearToken(response);
        return { status: 204 };
      },
    }),
    route({
      method: "post",
      path: "/session/password",
      access: "signedIn",
      summary: "Change one's own password; ends all other sessions.",
      body: changePasswordBody,
      async handle(call) {
        const { token, user } = await changePassword(call.house, userOfCall(call), call.body.current, call.body.next);
        setToken(call.response, call.house.config, token);
        return { json: sessionOf(call.house, user) };
      },
    }),
  ];
}

function sessionOf({ config, demonstration }: House, user: User): SessionAnswer {
  return { user, demonstration: demonstration(), publicUrl: config.publicUrl, publicUrlIsReal: config.publicUrlIsReal };
}
