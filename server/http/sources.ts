// How the watched folders, feeds and the mail server do, for whoever imports.
import { listSources } from "../services/sourceStates.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

export function sourceRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/sources",
      access: "write",
      summary:
        "Folders and feeds read by themselves for the offices one may import for, how each last did, and the mail server.",
      handle: async (call) => ({ json: await listSources(call.house, userOfCall(call)) }),
    }),
  ];
}
