// Files for outside translators and back: XLIFF 1.2 and 2.1, TMX, CSV.
import { z } from "zod";
import { EXCHANGE_FORMATS, exchangeBody, importMemoryBody } from "../domain/httpTranslation.ts";
import { Refusal } from "../domain/refusal.ts";
import { exportTranslations } from "../services/exportTranslations.ts";
import { importMemory } from "../services/importMemory.ts";
import { takeExchange } from "../services/takeExchange.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";
import { watchWork } from "./watchWork.ts";

const exportQuery = z.object({
  format: z.enum(EXCHANGE_FORMATS),
  locale: z.string().min(2).max(10),
  /** Separated by commas; absent: all that is not closed. */
  codes: z.string().max(4000).nullable().default(null),
  all: z.enum(["0", "1"]).default("0"),
});

export function exchangeRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/exchange",
      access: "translate",
      summary: "A file of segments in one language for an outside translator.",
      query: exportQuery,
      handle({ house, query, response, ...call }) {
        if (!house.locales.includes(query.locale)) throw new Refusal("notFound", { what: "locale", id: query.locale });
        const codes = query.codes === null ? null : query.codes.toUpperCase().split(",");
        const wanted = { format: query.format, locale: query.locale, codes, open: query.all === "0" };
        const { body, type, name } = exportTranslations(house.mirror, userOfCall(call), wanted, house.clock.now());
        response
          .set({
            "Content-Type": type,
            "Content-Disposition": `attachment; filename="${name}"`,
            "Cache-Control": "private, no-store",
          })
          .send(body);
        return {};
      },
    }),
    route({
      method: "post",
      path: "/exchange",
      access: "translate",
      summary: "Take a translator's file back, segment by segment.",
      body: exchangeBody,
      handle: (call) =>
        watchWork(call, (work) =>
          takeExchange(call.house, userOfCall(call), call.body.file, call.body.approve, call.house.locales, work),
        ),
    }),
    route({
      method: "post",
      path: "/memory",
      access: "translate",
      bodyLimit: "16mb",
      summary:
        "Take a TMX memory of another tool into the memory, sentence by sentence; only texts that people approved.",
      body: importMemoryBody,
      handle: (call) =>
        watchWork(call, (work) =>
          importMemory(call.house, userOfCall(call), call.body.file, call.body.human, call.house.locales, work),
        ),
    }),
  ];
}
