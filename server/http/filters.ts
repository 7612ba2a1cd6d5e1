// The searches of the list one has kept under a name: one's own, on every computer.
import { savedFiltersBody } from "../domain/savedFilter.ts";
import { keepFilters, savedFilters } from "../services/savedFilters.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

export function filterRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/filters",
      access: "read",
      summary: "One's own saved searches of the list.",
      handle: async (call) => ({ json: { filters: await savedFilters(call.house, userOfCall(call)) } }),
    }),
    route({
      method: "put",
      path: "/filters",
      access: "read",
      summary: "Keep one's saved searches, all of them at once.",
      body: savedFiltersBody,
      async handle(call) {
        await keepFilters(call.house, userOfCall(call), call.body.filters);
        return { json: { filters: call.body.filters } };
      },
    }),
  ];
}
