// Signing in and out, and the password. How often one may guess: signInLimits.ts.
import type { SessionAnswer } from "../domain/httpContract.ts";
import { changePasswordBody, signInBody } from "../domain/httpContract.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { House } from "../house.ts";
import { changePassword, signIn } from "../services/signIn.ts";
import { signOut } from "../services/startSession.ts";
import { readDevice, rememberDevice } from "./deviceCookie.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";
import { clearToken, readToken, setToken } from "./sessionCookie.ts";
import type { SignInLimits } from "./signInLimits.ts";

export function sessionRoutes(limits: SignInLimits): Route[] {
  return [
    route({
      method: "post",
      path: "/session",
      access: "public",
      summary: "Sign in; sets the session cookie.",
      body: signInBody,
      async handle({ house, body, request, response }) {
        const { store, config, clock } = house;
        const login = body.login.toLowerCase();
        const passwordHash = (await store.account(login))?.passwordHash ?? null;
        const visitor = {
          login,
          address: request.ip ?? "",
          device: readDevice(request, config, login, passwordHash),
          withCode: body.code !== undefined && body.code !== "",
        };
        const attempt = await limits.begin(visitor, async () => {
          // Only for people we have: what strangers type may be anything, even a password in the wrong field.
          if (passwordHash !== null)
            await store.write("system:signIn", clock.now(), (tx) =>
              tx.record("user.refused", login, { tooManyTries: true }),
            );
        });
        try {
          const { token, user } = await signIn(house, login, body.password, body.code);
          await attempt.succeed();
          const before = readToken(request, config);
          if (before !== null) await signOut(house, before);
          setToken(response, config, token);
          rememberDevice(request, response, config, login, passwordHash);
          return { json: sessionOf(house, user) };
        } catch (thrown) {
          if (!(thrown instanceof Refusal) || thrown.code === "secondFactorRequired") await attempt.giveBack();
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
        const token = readToken(request, house.config);
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
        const { house, request, response } = call;
        const user = userOfCall(call);
        const attempt = await limits.prove(user.login);
        const changed = await changePassword(house, user, call.body.current, call.body.next);
        await attempt.succeed();
        setToken(response, house.config, changed.token);
        rememberDevice(
          request,
          response,
          house.config,
          user.login,
          (await house.store.account(user.login))?.passwordHash ?? null,
        );
        return { json: sessionOf(house, changed.user) };
      },
    }),
  ];
}

function sessionOf({ config, demonstration, machine }: House, user: User): SessionAnswer {
  const { publicUrl, publicUrlIsReal } = config;
  return { user, demonstration: demonstration(), publicUrl, publicUrlIsReal, translator: machine.name };
}
