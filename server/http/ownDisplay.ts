// What a device may do by itself: ask for a pairing code, read its own record, tell how it is, hand in its counts. Its token comes in the
// Authorization header and nowhere else. How many codes an address may ask for is limited here.

import { RateLimiterMemory } from "rate-limiter-flexible";
import { z } from "zod";
import type { Display } from "../domain/display.ts";
import type { OwnDisplayAnswer, PairingAnswer } from "../domain/displayContract.ts";
import { beatSchema, pictureBody } from "../domain/displayContract.ts";
import { Refusal } from "../domain/refusal.ts";
import type { House } from "../house.ts";
import { countShown } from "../services/countShown.ts";
import { startPairing } from "../services/pairDisplay.ts";
import { keepPicture } from "../services/pictureOf.ts";
import { bearerOf } from "./bearer.ts";
import type { Call, Route } from "./route.ts";
import { route } from "./route.ts";
import { takeTurn } from "./takeTurn.ts";

const countsBody = z.object({
  /** The display's own name for this batch; one that comes again is not counted again. */
  batch: z.string().min(8).max(60),
  counts: z
    .array(
      z.object({
        day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
        code: z.string().max(10),
        locale: z.string().max(12),
        times: z.number().int().min(1).max(100_000),
      }),
    )
    .max(5_000),
});

export function ownDisplayRoutes(): Route[] {
  const codes = new RateLimiterMemory({ points: 60, duration: 600 });
  return [
    route({
      method: "post",
      path: "/pairings",
      access: "device",
      summary: "A device without a place asks for the code it shows; its own token in the Authorization header.",
      async handle({ house, request }) {
        const token = bearerOf(request);
        if (token === null) throw new Refusal("displayUnknown");
        await takeTurn(codes, request.ip ?? "");
        return { status: 201, json: (await startPairing(house, token)) satisfies PairingAnswer };
      },
    }),
    route({
      method: "get",
      path: "/display",
      access: "display",
      summary: "A display's own record and the urgent notices that concern it.",
      handle: (call) => ({ json: ownAnswer(call.house, displayOfCall(call)) }),
    }),
    route({
      method: "post",
      path: "/display/beat",
      access: "display",
      summary: "A display tells what it really shows and how it is; for displays whose WebSocket is blocked.",
      body: beatSchema,
      handle(call) {
        const display = displayOfCall(call);
        call.house.roll.hear(display.id, call.body);
        return { json: ownAnswer(call.house, display) };
      },
    }),
    route({
      method: "post",
      path: "/display/picture",
      access: "display",
      summary: "What a display drew of itself, when staff asked for it.",
      body: pictureBody,
      bodyLimit: "700kb",
      async handle(call) {
        await keepPicture(call.house, displayOfCall(call).id, call.body.picture);
        return { json: { kept: true } };
      },
    }),
    route({
      method: "post",
      path: "/display/counts",
      access: "display",
      summary: "How often a display showed each posting, by day and language; a batch counts once.",
      body: countsBody,
      async handle(call) {
        const counted = await countShown(call.house, displayOfCall(call).id, call.body.batch, call.body.counts);
        return { json: { counted } };
      },
    }),
  ];
}

export function ownAnswer(house: House, { id, office, name, profile, wish }: Display): OwnDisplayAnswer {
  const where = house.mirror.office(office);
  const urgents = where === null ? [] : house.roll.urgentsOf(where);
  return { now: house.clock.now(), display: { id, office, name, profile, wish }, urgents };
}

function displayOfCall({ display }: Pick<Call<unknown, unknown>, "display">): Display {
  if (display === null) throw new Error("a route of displays was called without one");
  return display;
}
