// The directory's one change: an office's own facts. Reading them: GET /owners; entrances and mediators: PUT /offices/{office}/visit.
import { officeSchema } from "../domain/owner.ts";
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
});

export function officeRoutes(): Route[] {
  return [
    route({
      method: "put",
      path: "/offices/:office",
      access: "administer",
      summary: "State an office's name, address, contacts, hours, closures and default validity.",
      body: officeBody,
      handle: async (call) => ({
        json: { office: await saveOffice(call.house, userOfCall(call), call.params.office ?? "", call.body) },
      }),
    }),
  ];
}
