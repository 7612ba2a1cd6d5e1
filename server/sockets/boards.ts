// Displays watch a board: they join its room and are told what they lack. Called by app.ts.
// [K2] A display that is nearly current gets its delta in the acknowledgement; any other pulls by HTTP, prebuilt and compressed.

import type { Server } from "socket.io";
import { z } from "zod";
import { Refusal } from "../domain/refusal.ts";
import type { ClientToServer, ServerToClient, WatchAnswer } from "../domain/socketContract.ts";
import type { House } from "../house.ts";
import { changesSince } from "../services/boardOf.ts";
import { guard } from "./guard.ts";

export type BoardSockets = Server<ClientToServer, ServerToClient, Record<string, never>, DisplaySocketData>;

export interface DisplaySocketData {
  /** Of a paired display. */
  display?: string;
  refused?: "revoked" | "unknown";
  /** How often displays had changed when its token was looked at. */
  asOf?: number;
}

export const roomOf = (office: string): string => `board:${office}`;

/** Postings in a delta beyond which a display is sent to HTTP. */
const SMALL = 8;

const watch = z.object({
  office: z.string().min(1).max(60),
  have: z.object({ epoch: z.string().max(60), revision: z.number().int().nonnegative() }).nullable(),
});

export function watchBoards(house: House, io: BoardSockets): void {
  io.on("connection", (socket) => {
    socket.on("error", (error: unknown) => house.log.debug({ err: error }, "socket"));
    const onWatch = guard(house, watch, async ({ office: id, have }): Promise<WatchAnswer> => {
      const { mirror } = house;
      const office = mirror.office(id);
      if (office === null) throw new Refusal("notFound", { what: "office", id });
      const own = socket.data.display === undefined ? undefined : house.roll.displays().get(socket.data.display);
      if (own !== undefined && own.office !== id) throw new Refusal("notAllowed", { action: "read", on: office.name });
      for (const room of socket.rooms) if (room.startsWith(roomOf("")) && room !== roomOf(id)) await socket.leave(room);
      await socket.join(roomOf(id));
      // Read after joining: a change in between is in the delta, in the room's broadcast, or in both.
      const now = house.clock.now();
      const delta = have === null ? null : changesSince(mirror, office, have.epoch, have.revision, now);
      const small = delta !== null && delta.kind === "changes" && delta.put.length <= SMALL;
      return {
        ok: true,
        now,
        epoch: mirror.epoch,
        revision: mirror.revision,
        urgents: house.roll.urgentsOf(office),
        delta: small ? delta : null,
      };
    });
    socket.on("watch", (...received) => void onWatch(...received));
  });
}
