// The walls of an office: which there are, what to do at them today, one PDF of all that is to be printed, hanging and taking down.
import { z } from "zod";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import type { Office } from "../domain/owner.ts";
import { PAPER_FORMATS, PAPER_SIZES, paperSize } from "../domain/paper.ts";
import { Refusal } from "../domain/refusal.ts";
import { hangSheetBody, renameWallBody, saveWallBody } from "../domain/wall.ts";
import { WORK_HEADER } from "../domain/workContract.ts";
import type { House } from "../house.ts";
import { authorise } from "../services/changePosting.ts";
import { hangSheet, rehangSheet, takeDownSheet } from "../services/hangSheet.ts";
import type { RenderPoster } from "../services/printPoster.ts";
import { printable } from "../services/printPoster.ts";
import type { PrintWall } from "../services/printWall.ts";
import { changeWall, createWall } from "../services/saveWall.ts";
import { overdueRemovals, wallToday } from "../services/wallToday.ts";
import type { Call, Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";
import { askedLocales, sendPaper } from "./sendPaper.ts";
import { watchWork } from "./watchWork.ts";

const todayQuery = z.object({ lang: z.string().max(40).optional() });
const printQuery = todayQuery.extend({
  wall: z.string().max(6).default(""),
  format: z.enum(PAPER_FORMATS).default("poster"),
  size: z.enum(PAPER_SIZES).optional(),
  codes: z.string().max(4000).default(""),
});

const fitQuery = printQuery.pick({ lang: true, format: true, size: true });

export function wallRoutes({ printWall, poster }: { printWall: PrintWall; poster: RenderPoster }): Route[] {
  return [
    route({
      method: "get",
      path: "/postings/:code/fit",
      access: "read",
      summary: "In which languages something would be left out of a sheet for want of room.",
      query: fitQuery,
      handle({ house, query, params, ...call }) {
        const code = params.code ?? "";
        const entry = house.mirror.entry(code);
        if (entry === undefined) throw new Refusal("unknownCode", { code });
        const owner = house.mirror.owners.get(entry.posting.owner);
        if (owner !== undefined) authorise(userOfCall(call), "read", owner);
        const size = paperSize(query.format, query.size);
        if (size === null) throw new Refusal("invalidInput", { field: "size" });
        const locales = askedLocales(house, query.lang, SOURCE_LOCALE);
        const posting = printable(house, entry.posting.code);
        return { json: { shortened: poster(posting, { locales, format: query.format, size, place: null }).shortened } };
      },
    }),
    route({
      method: "get",
      path: "/offices/:office/wall",
      access: "read",
      summary: "An office's walls, and what to take down, reprint and hang there now.",
      query: todayQuery,
      handle: async (call) => ({
        json: await wallToday(call.house, officeOf(call, call.params.office ?? ""), call.query.lang ?? call.locale),
      }),
    }),
    route({
      method: "get",
      path: "/walls/overdue",
      access: "read",
      summary: "How many sheets hang in each office and how many removals are overdue.",
      handle: async ({ house }) => ({ json: await overdueRemovals(house) }),
    }),
    route({
      method: "get",
      path: "/offices/:office/wall.pdf",
      access: "read",
      summary: "The postings named, set for one wall or for none, as one PDF.",
      query: printQuery,
      async handle(call) {
        const { house, query, request, response } = call;
        const office = officeOf(call, call.params.office ?? "");
        const locales = askedLocales(house, query.lang, SOURCE_LOCALE);
        const size = paperSize(query.format, query.size);
        if (size === null) throw new Refusal("invalidInput", { field: "size" });
        const order = {
          office,
          wall: query.wall === "" ? null : query.wall,
          format: query.format,
          size,
          locales,
          codes: query.codes.split(","),
        };
        // Printed ahead, looked on: whoever then opens the address gets it at once.
        if (request.get(WORK_HEADER) !== undefined)
          return watchWork(call, async (work) => {
            await printWall(order, work);
            return null;
          });
        const paper = await printWall(order);
        sendPaper(request, response, paper, `${[office.id, query.wall].filter((part) => part !== "").join("-")}.pdf`);
        return {};
      },
    }),
    route({
      method: "post",
      path: "/walls",
      access: "write",
      summary: "Makes a wall of an office.",
      body: saveWallBody,
      handle: async (call) => ({
        status: 201,
        json: await createWall(call.house, userOfCall(call), call.body.office, call.body.name),
      }),
    }),
    route({
      method: "put",
      path: "/walls/:id",
      access: "write",
      summary: "Renames a wall; one that was removed comes back under that name.",
      body: renameWallBody,
      handle: async (call) => ({
        json: await changeWall(call.house, userOfCall(call), call.params.id ?? "", call.body),
      }),
    }),
    route({
      method: "delete",
      path: "/walls/:id",
      access: "write",
      summary: "Removes a wall on which nothing hangs.",
      handle: async (call) => ({
        json: await changeWall(call.house, userOfCall(call), call.params.id ?? "", { removed: true }),
      }),
    }),
    route({
      method: "post",
      path: "/sheets",
      access: "write",
      summary: "Records that a printed sheet hangs on a wall, with the postings as they are now.",
      body: hangSheetBody,
      handle: async (call) => ({ status: 201, json: await hangSheet(call.house, userOfCall(call), call.body) }),
    }),
    route({
      method: "post",
      path: "/sheets/:id/down",
      access: "write",
      summary: "Records that a sheet was taken down.",
      handle: async (call) => ({ json: await takeDownSheet(call.house, userOfCall(call), call.params.id ?? "") }),
    }),
    route({
      method: "post",
      path: "/sheets/:id/back",
      access: "write",
      summary: "Undoes taking a sheet down.",
      handle: async (call) => ({ json: await rehangSheet(call.house, userOfCall(call), call.params.id ?? "") }),
    }),
  ];
}

/** Refuses notFound, notAllowed. */
function officeOf(call: Pick<Call<unknown, unknown>, "user"> & { house: House }, id: string): Office {
  const office = call.house.mirror.office(id);
  if (office === null) throw new Refusal("notFound", { what: "office", id });
  authorise(userOfCall(call), "read", office);
  return office;
}
