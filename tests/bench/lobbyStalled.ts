// What displays that read nothing cost, beside a bare Socket.IO server that sends to each socket. Called by lobby.ts.
import type { BoardAnswer } from "../../server/domain/httpContract.ts";
import { type Desk, type Lobby, OFFICE, signIn } from "./lobbyHouse.ts";
import { type Program, SERVER_CORE, startProgram } from "./programs.ts";
import { growthWithStalled } from "./stalledDisplays.ts";
import { type Line, printTable } from "./table.ts";

const PUSHES = 100;

export async function stalledPart({ port, server }: Lobby): Promise<void> {
  printTable(
    "Lobby, displays that read nothing; peer: a bare Socket.IO server that sends to each socket",
    await stalledLines(server(), port, await signIn(port)),
  );
}

/** Whole boards, by the real way: what of the translations may be shown is set to and fro, so that every board starts anew. */
function pushBoards(desk: Desk): () => Promise<unknown> {
  let showMachine = true;
  return () => {
    showMachine = !showMachine;
    return desk("PUT", "/translations/policy", { showMachine, showStale: true, fourEyes: false });
  };
}

async function stalledLines(server: Program, port: number, desk: Desk): Promise<Line[]> {
  const peer = await startProgram("perSocketServer", SERVER_CORE);
  try {
    const peerPort = await peer.ask<number>({ state: null });
    const board = await desk<BoardAnswer>("GET", `/boards/${OFFICE}`);
    const state = { kind: "reset", epoch: board.epoch, to: board.revision, office: board.office, put: board.postings };
    const peerGrowth = await growthWithStalled(peer, peerPort, null, () => peer.ask({ state }), PUSHES);
    const watch = JSON.stringify({ office: OFFICE, have: null });
    const growth = await growthWithStalled(server, port, watch, pushBoards(desk), PUSHES);
    const ratio = growth / peerGrowth;
    const mega = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
    const size = Math.round(JSON.stringify(state).length / 1000);
    return [
      {
        what: `20 stalled displays, ${PUSHES} states of ${size} kB; peer: sent to each socket`,
        ours: mega(growth),
        peer: mega(peerGrowth),
        ratio: `${ratio.toFixed(2)} ×`,
        limit: "0.25 ×",
        within: ratio <= 0.25,
      },
    ];
  } finally {
    await peer.end();
  }
}
