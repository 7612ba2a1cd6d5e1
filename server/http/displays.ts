// The desk's way to displays: the list with their health, pairing, settings, wishes, taking back, counts. Rights about the office: the services.
// [DH1] Five tries of a code a minute, by person and by address.

import { RateLimiterMemory } from "rate-limiter-flexible";
import { z } from "zod";
import { PAIRING_TRIES_A_MINUTE } from "../domain/display.ts";
import { changeDisplayBody, pairBody, wishBody } from "../domain/displayContract.ts";
import { romeDay } from "../domain/time.ts";
import { may } from "../domain/user.ts";
import type { House } from "../house.ts";
import { askDisplay, changeDisplay, revokeDisplay } from "../services/changeDisplay.ts";
import { tellCounts } from "../services/countShown.ts";
import { listDisplays } from "../services/listDisplays.ts";
import { pairDisplay } from "../services/pairDisplay.ts";
import { pictureOf } from "../services/pictureOf.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";
import { takeTurn } from "./takeTurn.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const countsQuery = z.object({ from: day.optional(), to: day.optional() });

export function displayRoutes(): Route[] {
  const tries = new RateLimiterMemory({ points: PAIRING_TRIES_A_MINUTE, duration: 60 });
  const idOf = ({ params }: { readonly params: Readonly<Record<string, string>> }) => params.id ?? "";
  return [
    route({
      method: "get",
      path: "/displays",
      access: "read",
      summary: "Displays of the offices one may read, with their health.",
      handle: (call) => ({ json: listDisplays(call.house, userOfCall(call)) }),
    }),
    route({
      method: "get",
      path: "/displays/counts",
      access: "read",
      summary: "Cards shown and codes scanned by posting, language and place; fewer than five are not told.",
      query: countsQuery,
      async handle(call) {
        const today = romeDay(call.house.clock.now());
        const counts = await call.house.store.displays.counts(call.query.from ?? today, call.query.to ?? today);
        return {
          json: { counts: tellCounts(counts.filter(({ place }) => maySeePlace(call.house, userOfCall(call), place))) },
        };
      },
    }),
    route({
      method: "post",
      path: "/displays/pair",
      access: "administer",
      summary: "Give the device that shows this code a place, or let it take over another display.",
      body: pairBody,
      async handle(call) {
        const user = userOfCall(call);
        const beforeTry = async () => {
          for (const key of [`login:${user.login}`, `ip:${call.request.ip}`]) {
            await takeTurn(tries, key);
          }
        };
        return { status: 201, json: { display: await pairDisplay(call.house, user, call.body, beforeTry) } };
      },
    }),
    route({
      method: "put",
      path: "/displays/:id",
      access: "administer",
      summary: "Change a display's name, office and settings.",
      body: changeDisplayBody,
      handle: async (call) => ({
        json: { display: await changeDisplay(call.house, userOfCall(call), idOf(call), call.body) },
      }),
    }),
    route({
      method: "post",
      path: "/displays/:id/wish",
      access: "administer",
      summary: "Ask a display to reload or to show which one it is.",
      body: wishBody,
      handle: async (call) => ({
        json: { display: await askDisplay(call.house, userOfCall(call), idOf(call), call.body.kind) },
      }),
    }),
    route({
      method: "get",
      path: "/displays/:id/picture",
      access: "read",
      summary: "The last picture a display drew of itself, and when.",
      handle: async (call) => ({ json: await pictureOf(call.house, userOfCall(call), idOf(call)) }),
    }),
    route({
      method: "delete",
      path: "/displays/:id",
      access: "administer",
      summary: "Take a display back: its token counts no more, within seconds.",
      handle: async (call) => ({ json: { display: await revokeDisplay(call.house, userOfCall(call), idOf(call)) } }),
    }),
  ];
}

/** Counts of a display are its office's business; a wall's place is known only to the list of walls. */
function maySeePlace(house: House, user: Parameters<typeof may>[0], place: string): boolean {
  const display = house.roll.displays().get(place);
  const office = display === undefined ? null : house.mirror.office(display.office);
  if (office === null) return may(user, "administerNetwork", "*");
  return may(user, "read", office.id, office.parent === null ? [] : [office.parent]);
}
