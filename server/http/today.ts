// The office's morning, and the one click that renews a posting from there.
import { expectedBody } from "../domain/httpContract.ts";
import { stateAt } from "../domain/posting.ts";
import { todayQuery } from "../domain/todayContract.ts";
import { deskToday } from "../services/deskToday.ts";
import { renewPosting, takeRenewalBack } from "../services/renewPosting.ts";
import { readableOffice } from "./readableOffice.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

export function todayRoutes(): Route[] {
  const codeOf = ({ params }: { readonly params: Readonly<Record<string, string>> }) =>
    (params.code ?? "").toUpperCase();
  return [
    route({
      method: "get",
      path: "/today",
      access: "read",
      summary: "What an office has to do today, or all offices one may read.",
      query: todayQuery,
      handle: async (call) => ({
        json: await deskToday(call.house, userOfCall(call), readableOffice(call, call.query.office)),
      }),
    }),
    route({
      method: "post",
      path: "/postings/:code/renew",
      access: "publish",
      summary: "Publish the same words again with a new end, where no date needs a person.",
      body: expectedBody,
      async handle(call) {
        const posting = await renewPosting(call.house, userOfCall(call), codeOf(call), call.body.expected);
        return { json: { posting, state: stateAt(posting, call.house.clock.now()) } };
      },
    }),
    route({
      method: "delete",
      path: "/postings/:code/renew",
      access: "publish",
      summary: "Take a renewal back, as long as nothing else happened since.",
      body: expectedBody,
      async handle(call) {
        const posting = await takeRenewalBack(call.house, userOfCall(call), codeOf(call), call.body.expected);
        return { json: { posting, state: stateAt(posting, call.house.clock.now()) } };
      },
    }),
  ];
}
