// Paired displays on the board's socket: their token comes in the handshake; they are told their record, urgent notices and that they are no longer wanted.
// [K4] A token taken back or never known: the display is told which, and no more; the board itself is public and stays.
// [K5] A display taken back is told within a second of the commit, by every process. Called by app.ts.
import { z } from "zod";
import type { Display } from "../domain/display.ts";
import { beatSchema } from "../domain/displayContract.ts";
import { Refusal } from "../domain/refusal.ts";
import type { House } from "../house.ts";
import { ownAnswer } from "../http/ownDisplay.ts";
import { displayOf } from "../services/pairDisplay.ts";
import type { BoardSockets } from "./boards.ts";
import { roomOf } from "./boards.ts";
import { guard } from "./guard.ts";

const displayRoom = (id: string): string => `display:${id}`;
const handshake = z.object({ token: z.string().max(100) });

export function watchDisplays(house: House, io: BoardSockets): void {
  const { roll, mirror, clock } = house;
  /** How often displays have changed since the start. */
  let changes = 0;
  io.use((socket, next) => {
    const given = handshake.safeParse(socket.handshake.auth);
    if (!given.success) return next();
    socket.data.asOf = changes;
    displayOf(house, given.data.token).then(
      (display) => {
        socket.data.display = display.id;
        next();
      },
      (thrown: unknown) => {
        // Whatever failed here, the display may still hear its public board; only a plain refusal is told.
        if (thrown instanceof Refusal) socket.data.refused = thrown.code === "displayRevoked" ? "revoked" : "unknown";
        else house.log.warn({ err: thrown }, "display socket");
        next();
      },
    );
  });
  io.on("connection", (socket) => {
    const id = socket.data.display;
    if (socket.data.refused !== undefined) socket.emit("unpaired", socket.data.refused);
    if (id === undefined) return;
    void socket.join(displayRoom(id));
    const display = roll.displays().get(id);
    if (display !== undefined) socket.emit("display", ownAnswer(house, display));
    const onBeat = guard(house, beatSchema, (beat) => {
      if (socket.data.display === undefined) throw new Refusal("displayRevoked", { display: id });
      roll.hear(id, beat);
    });
    socket.on("beat", (...received) => void onBeat(...received));
    // Taken back or replaced between the look at its token and its entry into the room: it was not among those that were told.
    if (socket.data.asOf !== changes) checkSoon(id);
  });
  roll.onChange(({ displays, urgents }) => {
    changes += 1;
    for (const display of displays) tell(display);
    if (!urgents) return;
    for (const office of mirror.offices())
      io.to(roomOf(office.id)).emit("urgents", roll.urgentsOf(office), clock.now());
  });

  function tell(display: Display): void {
    const room = displayRoom(display.id);
    if (display.revokedAt === null) {
      io.to(room).emit("display", ownAnswer(house, display));
      checkSoon(display.id);
      return;
    }
    io.to(room).emit("unpaired", "revoked");
    for (const socket of io.of("/").sockets.values()) if (socket.data.display === display.id) dismiss(socket);
  }

  function checkSoon(id: string): void {
    void checkTokens(id).catch((error: unknown) => house.log.warn({ err: error }, "display tokens"));
  }

  /** After a replacement the old device still sits in the room of the display it was. */
  async function checkTokens(id: string): Promise<void> {
    for (const socket of [...io.of("/").sockets.values()]) {
      if (socket.data.display !== id) continue;
      const given = handshake.safeParse(socket.handshake.auth);
      const still =
        given.success &&
        (await displayOf(house, given.data.token).then(
          () => true,
          (thrown: unknown) => !(thrown instanceof Refusal),
        ));
      if (still) continue;
      socket.emit("unpaired", "revoked");
      dismiss(socket);
    }
  }

  function dismiss(socket: { data: { display?: string }; disconnect: (close: boolean) => unknown }): void {
    delete socket.data.display;
    socket.disconnect(true);
  }
}
