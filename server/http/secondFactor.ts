// One's own second factor: begin, confirm with a first code, remove. At sign-in it is asked for by http/session.
import type { EnrolAnswer, RecoveryAnswer } from "../domain/userContract.ts";
import { confirmBody, enrolBody } from "../domain/userContract.ts";
import { confirmSecondFactor, enrolSecondFactor, removeSecondFactor } from "../services/secondFactor.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";
import type { SignInLimits } from "./signInLimits.ts";

export function secondFactorRoutes(limits: SignInLimits): Route[] {
  return [
    route({
      method: "post",
      path: "/session/second-factor",
      access: "signedIn",
      summary: "Begin a second factor: the secret for a code generator.",
      body: enrolBody,
      async handle(call) {
        const user = userOfCall(call);
        const attempt = await limits.prove(user.login);
        const { secret, address } = await enrolSecondFactor(call.house, user, call.body.password);
        await attempt.succeed();
        const { toDataURL } = await import("qrcode");
        const picture = await toDataURL(address, { margin: 4, scale: 5, errorCorrectionLevel: "M" });
        return { json: { secret, address, picture } satisfies EnrolAnswer };
      },
    }),
    route({
      method: "post",
      path: "/session/second-factor/confirm",
      access: "signedIn",
      summary: "Confirm it with a first code; answers the recovery codes, once.",
      body: confirmBody,
      async handle(call) {
        const user = userOfCall(call);
        const attempt = await limits.prove(user.login);
        const recovery = await confirmSecondFactor(call.house, user, call.body.code);
        await attempt.succeed();
        return { json: { recovery } satisfies RecoveryAnswer };
      },
    }),
    route({
      method: "delete",
      path: "/session/second-factor",
      access: "signedIn",
      summary: "Remove one's second factor.",
      body: enrolBody,
      async handle(call) {
        const user = userOfCall(call);
        const attempt = await limits.prove(user.login);
        await removeSecondFactor(call.house, user, call.body.password);
        await attempt.succeed();
        return { status: 204 };
      },
    }),
  ];
}
