// The directory's changes: an office's own facts, and the order of its board. Reading them: GET /owners; entrances and mediators: PUT /offices/{office}/visit.
import { z } from "zod";
import { officeSchema } from "../domain/owner.ts";
import { orderBoard } from "../services/orderBoard.ts";
import { saveOffice } from "../services/saveOffice.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

const officeBody = officeSchema.pick({
  name: true,
  address: true,
  phones: true,
  email: true,
  website: true,
  opening: true,
  closures: true,
  defaultValidityDays: true,
  leaseHours: true,
});

const codes = z.array(z.string().min(1).max(7)).max(500);

export function officeRoutes(): Route[] {
  return [
    route({
      method: "put",
      path: "/offices/:office",
      access: "administer",
      summary:
        "State an office's name, address, contacts, hours, closures, default validity and how long its displays show postings without a line.",
      body: officeBody,
      handle: async (call) => ({
        json: { office: await saveOffice(call.house, userOfCall(call), call.params.office ?? "", call.body) },
      }),
    }),
    route({
      method: "put",
      path: "/offices/:office/order",
      access: "publish",
      summary: "Put the postings of an office's board in order; `expected` is the order as it was read.",
      body: z.object({ order: codes, expected: codes }),
      handle: async (call) => ({
        json: { office: await orderBoard(call.house, userOfCall(call), call.params.office ?? "", call.body) },
      }),
    }),
  ];
}
