// Pushes each change to the boards it concerns: one delta a board, computed once, sent to the board's room.
// Called by app.ts; listens to the mirror.

import type { Delta } from "../domain/board.ts";
import type { Office, OwnerId } from "../domain/owner.ts";
import type { Revision } from "../domain/posting.ts";
import type { House } from "../house.ts";
import { boardOf, deltaOf } from "../services/boardOf.ts";
import type { Change } from "../services/mirror.ts";
import type { BoardSockets } from "../sockets/boards.ts";
import { roomOf } from "../sockets/boards.ts";

export function broadcastChanges(house: House, io: BoardSockets): void {
  // [F1] A delta begins where this board was last told of a change that concerned it, so changes elsewhere never make its displays pull.
  const told = new Map<OwnerId, Revision>();
  const start = house.mirror.revision;
  house.mirror.onChange((change) => {
    try {
      const { rooms } = io.of("/").adapter;
      for (const office of house.mirror.offices()) {
        // Where no display looks on, nothing is made; who comes later reads the board as it is then.
        if (!rooms.has(roomOf(office.id))) {
          told.set(office.id, change.to);
          continue;
        }
        const delta = concerning(house, office, change, told.get(office.id) ?? start);
        if (delta === null) continue;
        told.set(office.id, change.to);
        io.to(roomOf(office.id)).emit("delta", delta, house.clock.now());
      }
    } catch (error) {
      // Displays notice the gap at the next delta or check and pull; a fault here must not fail the publication.
      house.log.error({ err: error }, "broadcast");
    }
  });
}

/** The delta an office's displays need after a change, or null where nothing on their board moved. */
function concerning({ mirror, clock }: House, office: Office, change: Change, from: Revision): Delta | null {
  const now = clock.now();
  if (change.boards)
    return { kind: "reset", epoch: mirror.epoch, to: change.to, office, put: boardOf(mirror, office, now) };
  const changed = change.postings
    .flatMap((code) => mirror.entry(code) ?? [])
    .filter((entry) => (entry.posting.publicRevision ?? 0) > change.from);
  const delta = deltaOf(mirror, office, from, change.to, changed, change.offices.includes(office.id), now);
  return delta.put.length > 0 || delta.removed.length > 0 || delta.office !== null ? delta : null;
}
