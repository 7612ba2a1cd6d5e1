// What is worth saying about a posting before it is published, and how strict the network is about it.
import { z } from "zod";
import { gulpease } from "../domain/checks/checkReading.ts";
import type { ChecksAnswer } from "../domain/checks/checksAnswer.ts";
import { checksBody } from "../domain/checks/checksAnswer.ts";
import { completeness } from "../domain/checks/completeness.ts";
import { checkPolicySchema } from "../domain/checks/finding.ts";
import { Refusal } from "../domain/refusal.ts";
import { authorise } from "../services/changePosting.ts";
import { checkPolicyIn, setCheckPolicy } from "../services/checkPolicy.ts";
import { checkPosting } from "../services/checkPosting.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

export function checkRoutes(): Route[] {
  return [
    route({
      method: "post",
      path: "/checks",
      access: "read",
      summary: "What is worth saying about a content before it is published.",
      body: checksBody,
      async handle(call) {
        const { house, body } = call;
        const owner = house.mirror.owners.get(body.owner);
        if (owner === undefined) throw new Refusal("notFound", { what: "owner", id: body.owner });
        authorise(userOfCall(call), "read", owner);
        const entry = body.code === null ? undefined : house.mirror.entry(body.code);
        // Its translations are staff's business as well.
        if (entry !== undefined && entry.posting.owner !== owner.id)
          throw new Refusal("notAllowed", { action: "read", on: owner.name });
        const { code, content } = body;
        const checked = { code, content, translations: entry?.translations ?? [] };
        const findings = await checkPosting(house.mirror, checked, await checkPolicyIn(house.store), house.clock.now());
        const ease =
          content.sourceLocale === "it"
            ? gulpease(content.summary.concat(content.duties).map(({ text }) => text))
            : null;
        return { json: { findings, completeness: completeness(content), ease } satisfies ChecksAnswer };
      },
    }),
    route({
      method: "get",
      path: "/checks/policy",
      access: "read",
      summary: "How strict the network is about each check: off, warn or block.",
      handle: async ({ house }) => ({ json: { policy: await checkPolicyIn(house.store) } }),
    }),
    route({
      method: "put",
      path: "/checks/policy",
      access: "administerNetwork",
      summary: "Set how strict the network is about each check.",
      body: z.object({ policy: checkPolicySchema }),
      async handle(call) {
        await setCheckPolicy(call.house, userOfCall(call), call.body.policy);
        return { json: { policy: call.body.policy } };
      },
    }),
  ];
}
