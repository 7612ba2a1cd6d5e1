// Posters of the postings chosen in the list, as one PDF.
import { z } from "zod";
import { readCode } from "../domain/code.ts";
import { Refusal } from "../domain/refusal.ts";
import { authorise } from "../services/changePosting.ts";
import type { PrintWall } from "../services/printWall.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";
import { askedLocales, sendPaper } from "./sendPaper.ts";

/** A minute of printing. */
const MOST = 60;

export function printManyRoutes(printWall: PrintWall): Route[] {
  return [
    route({
      method: "get",
      path: "/postings/posters.pdf",
      access: "read",
      summary: "Posters of several open postings as one PDF.",
      query: z.object({ codes: z.string().max(MOST * 8), lang: z.string().max(40).default("it") }),
      async handle(call) {
        const { house, query, request, response } = call;
        const user = userOfCall(call);
        const codes = query.codes.split(",").flatMap((code) => readCode(code) ?? []);
        const owners = codes.flatMap((code) => {
          const owner = house.mirror.owners.get(house.mirror.entry(code)?.posting.owner ?? "");
          return owner === undefined ? [] : [owner];
        });
        for (const owner of owners) authorise(user, "read", owner);
        const office = owners.find(({ kind }) => kind === "office") ?? house.mirror.offices()[0];
        if (office?.kind !== "office" || owners.length === 0)
          throw new Refusal("notFound", { what: "postings", id: query.codes });
        const locales = askedLocales(house, query.lang, "it");
        const paper = await printWall({ office, wall: null, format: "poster", size: "a4", locales, codes });
        sendPaper(request, response, paper, `${office.id}.pdf`);
        return {};
      },
    }),
  ];
}
