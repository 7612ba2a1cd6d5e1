// A board for displays and other systems: whole, or what changed since a revision. Public; answers carry an ETag and the server's clock.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { BoardAnswer, ChangesAnswer } from "../domain/httpContract.ts";
import type { Office } from "../domain/owner.ts";
import { Refusal } from "../domain/refusal.ts";
import type { House } from "../house.ts";
import { boardOf, changesSince } from "../services/boardOf.ts";
import { boardAnswer, changesAnswer, clientAnswer } from "./publicAnswers.ts";
import type { Route } from "./route.ts";
import { route } from "./route.ts";

const changesQuery = z.object({ since: z.coerce.number().int().nonnegative(), epoch: z.string().max(60).default("") });

export function boardRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/boards/:office",
      access: "public",
      display: ({ office }, params) => office === params.office,
      summary: "Everything an office's board shows now.",
      answer: boardAnswer,
      handle({ house, params, request }) {
        const office = officeOf(house, params.office);
        const { mirror } = house;
        const now = house.clock.now();
        const urgents = house.roll.urgentsOf(office);
        const postings = boardOf(mirror, office, now);
        // Postings also leave by time alone, without a revision; the clock of a kept answer is in its header, not its body.
        const codes = createHash("sha256")
          .update([...postings.map(({ code }) => code), ...urgents.map(({ id }) => id)].join())
          .digest("base64url")
          .slice(0, 12);
        const etag = `"${mirror.epoch}-${mirror.revision}-${codes}"`;
        const headers = { ETag: etag, "Cache-Control": "no-cache", "X-Server-Time": String(now) };
        if (request.headers["if-none-match"] === etag) return { status: 304, headers };
        const json: BoardAnswer = { epoch: mirror.epoch, revision: mirror.revision, now, office, postings, urgents };
        return { headers, json };
      },
    }),
    route({
      method: "get",
      path: "/boards/:office/changes",
      access: "public",
      display: ({ office }, params) => office === params.office,
      summary: "What changed on a board since a revision of an epoch; a reset where that cannot be told.",
      query: changesQuery,
      answer: changesAnswer,
      handle({ house, params, query }) {
        const office = officeOf(house, params.office);
        const now = house.clock.now();
        const json: ChangesAnswer = {
          now,
          delta: changesSince(house.mirror, office, query.epoch, query.since, now),
          urgents: house.roll.urgentsOf(office),
        };
        return { headers: { "Cache-Control": "no-store" }, json };
      },
    }),
    route({
      method: "get",
      path: "/client",
      access: "public",
      display: () => true,
      summary: "What the applications must know of this installation.",
      answer: clientAnswer,
      handle: ({ house }) => ({
        headers: { "Cache-Control": "no-cache" },
        json: {
          publicUrl: house.config.publicUrl,
          publicUrlIsReal: house.config.publicUrlIsReal,
          demonstration: house.demonstration(),
          locales: house.locales,
          listen: house.speaker !== null,
          gateway: house.config.gateway?.label ?? null,
        },
      }),
    }),
  ];
}

function officeOf(house: House, id: string | undefined): Office {
  const office = house.mirror.office(id ?? "");
  if (office === null) throw new Refusal("notFound", { what: "office", id: id ?? "" });
  return office;
}
