// What a body says about itself: the texts of the site's own pages, and what a visit to an office needs to know.
import { z } from "zod";
import { visitSchema } from "../domain/owner.ts";
import { Refusal } from "../domain/refusal.ts";
import { isSitePage, sitePageBody } from "../domain/site.ts";
import { saveSitePage } from "../services/saveSitePage.ts";
import { saveVisit } from "../services/saveVisit.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

export function siteRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/site/pages",
      access: "administerNetwork",
      summary: "The texts put in place of the defaults, by page and language.",
      handle: ({ house }) => ({ json: { pages: house.siteTexts() } }),
    }),
    route({
      method: "put",
      path: "/site/pages/:page",
      access: "administerNetwork",
      summary: "Replace the text of one of the site's own pages, language by language.",
      body: sitePageBody,
      async handle(call) {
        const page = call.params.page ?? "";
        if (!isSitePage(page)) throw new Refusal("notFound", { what: "page", id: page });
        await saveSitePage(call.house, userOfCall(call), page, call.body.texts);
        return { json: { page, texts: call.body.texts } };
      },
    }),
    route({
      method: "put",
      path: "/offices/:office/visit",
      access: "administer",
      summary: "State an office's entrances, days of the cultural mediator and booking address.",
      body: z.object({ visit: visitSchema }),
      async handle(call) {
        const office = await saveVisit(call.house, userOfCall(call), call.params.office ?? "", call.body.visit);
        return { json: { office } };
      },
    }),
  ];
}
