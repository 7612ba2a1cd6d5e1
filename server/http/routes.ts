// The whole API in one table: mounted by app.ts, written out as OpenAPI, walked by the tests of rights.

import type { PrintWall } from "../services/printWall.ts";
import { attachmentRoutes } from "./attachments.ts";
import { auditRoutes } from "./audit.ts";
import { boardRoutes } from "./boards.ts";
import { bulkRoutes } from "./bulk.ts";
import { checkRoutes } from "./checks.ts";
import { demonstrationRoutes } from "./demonstration.ts";
import { deskCalendarRoutes } from "./deskCalendar.ts";
import { displayRoutes } from "./displays.ts";
import { euresRoutes } from "./euresExchange.ts";
import { exchangeRoutes } from "./exchange.ts";
import { filterRoutes } from "./filters.ts";
import { gatewayRoutes } from "./gateway.ts";
import { glossaryRoutes } from "./glossary.ts";
import { importRoutes } from "./imports.ts";
import { machineRoutes } from "./machine.ts";
import { modelRoutes } from "./models.ts";
import { newsletterRoutes } from "./newsletter.ts";
import { noteRoutes } from "./notes.ts";
import { numberRoutes } from "./numbers.ts";
import { officeRoutes } from "./offices.ts";
import { openApiRoute } from "./openApi.ts";
import { ownDisplayRoutes } from "./ownDisplay.ts";
import { ownSessionRoutes } from "./ownSessions.ts";
import { postingRoutes } from "./postings.ts";
import { previewRoutes } from "./previews.ts";
import { reportRoutes } from "./reports.ts";
import type { Route } from "./route.ts";
import { secondFactorRoutes } from "./secondFactor.ts";
import { sessionRoutes } from "./session.ts";
import { createSignInLimits } from "./signInLimits.ts";
import { siteRoutes } from "./site.ts";
import { postTextRoutes } from "./socialPictures.ts";
import { sourceRoutes } from "./sources.ts";
import type { Templates } from "./templates.ts";
import { todayRoutes } from "./today.ts";
import { translationRoutes } from "./translations.ts";
import { urgentRoutes } from "./urgents.ts";
import { userRoutes } from "./users.ts";
import { vocabularyRoutes } from "./vocabularies.ts";
import { wallRoutes } from "./walls.ts";
import { workRoutes } from "./watchWork.ts";

export function apiRoutes(templates: Templates & { readonly printWall: PrintWall }): Route[] {
  const limits = createSignInLimits();
  const routes = [
    ...boardRoutes(),
    ...ownDisplayRoutes(),
    ...displayRoutes(),
    ...urgentRoutes(),
    ...sessionRoutes(limits),
    ...secondFactorRoutes(limits),
    ...ownSessionRoutes(),
    ...gatewayRoutes(),
    ...userRoutes(),
    ...todayRoutes(),
    ...noteRoutes(),
    ...numberRoutes(),
    ...deskCalendarRoutes(),
    ...workRoutes(),
    ...bulkRoutes(),
    ...filterRoutes(),
    ...postingRoutes(),
    ...previewRoutes(templates),
    ...attachmentRoutes(),
    ...modelRoutes(),
    ...checkRoutes(),
    ...importRoutes(),
    ...sourceRoutes(),
    ...auditRoutes(),
    ...wallRoutes(templates),
    ...postTextRoutes(),
    ...translationRoutes(),
    ...glossaryRoutes(),
    ...exchangeRoutes(),
    ...machineRoutes(),
    ...vocabularyRoutes(),
    ...officeRoutes(),
    ...siteRoutes(),
    ...reportRoutes(),
    ...newsletterRoutes(),
    ...euresRoutes(),
    ...demonstrationRoutes(),
  ];
  return [...routes, openApiRoute(routes)];
}
