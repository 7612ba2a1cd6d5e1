// The whole API in one table: mounted by app.ts, written out as OpenAPI, walked by the tests of rights.
import type { Route } from "./route.ts";
import type { Templates } from "./templates.ts";
import { boardRoutes } from "./boards.ts";
import { demonstrationRoutes } from "./demonstration.ts";
import { openApiRoute } from "./openApi.ts";
import { postingRoutes } from "./postings.ts";
import { previewRoutes } from "./previews.ts";
import { sessionRoutes } from "./session.ts";
import { vocabularyRoutes } from "./vocabularies.ts";

export function apiRoutes(templates: Templates): Route[] {
  const routes = [
    ...boardRoutes(),
    ...sessionRoutes(),
    ...postingRoutes(),
    ...previewRoutes(templates),
    ...vocabularyRoutes(),
    ...demonstrationRoutes(),
  ];
  return [...routes, openApiRoute(routes)];
}
