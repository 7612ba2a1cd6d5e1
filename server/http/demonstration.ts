// The way out of the demonstration, for a network administrator.

import { removeDemonstration } from "../services/removeDemonstration.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

export function demonstrationRoutes(): Route[] {
  return [
    route({
      method: "delete",
      path: "/demonstration",
      access: "administerNetwork",
      summary: "Remove every demonstration posting and go on with real ones.",
      async handle(call) {
        const removed = await removeDemonstration(call.house, userOfCall(call));
        return { json: { removed } };
      },
    }),
  ];
}
