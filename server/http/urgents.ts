// Urgent notices on the desk's API. Who may raise which: services/raiseUrgent.

import type { UrgentsAnswer } from "../domain/displayContract.ts";
import { urgentBody } from "../domain/displayContract.ts";
import { confirmUrgent, endUrgent, raiseUrgent } from "../services/raiseUrgent.ts";
import { backBody } from "./backBody.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

export function urgentRoutes(): Route[] {
  const idOf = ({ params }: { readonly params: Readonly<Record<string, string>> }) => params.id ?? "";
  return [
    route({
      method: "get",
      path: "/urgents",
      access: "read",
      summary: "Urgent notices that have not ended.",
      async handle({ house }) {
        const now = house.clock.now();
        const urgents = (await house.store.displays.urgents(now)).filter(({ endedAt }) => endedAt === null);
        return { json: { now, urgents } satisfies UrgentsAnswer };
      },
    }),
    route({
      method: "post",
      path: "/urgents",
      access: "read",
      summary:
        "Take the screens of an office, a province or the network with a notice, or take everything down (neutral).",
      body: urgentBody,
      handle: async (call) => ({
        status: 201,
        json: { urgent: await raiseUrgent(call.house, userOfCall(call), call.body) },
      }),
    }),
    route({
      method: "post",
      path: "/urgents/:id/confirm",
      access: "urgent",
      summary: "The second person that a notice to the whole network needs.",
      handle: async (call) => ({ json: { urgent: await confirmUrgent(call.house, userOfCall(call), idOf(call)) } }),
    }),
    route({
      method: "post",
      path: "/urgents/:id/end",
      access: "read",
      summary: "End an urgent notice now, or take that back before its time is over.",
      body: backBody,
      handle: async (call) => ({
        json: { urgent: await endUrgent(call.house, userOfCall(call), idOf(call), call.body.back) },
      }),
    }),
  ];
}
