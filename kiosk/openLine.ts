// The WebSocket to the server, not yet connected. A file of its own so that it is fetched late: what was kept from before is painted without it.
// Called by connection.
import { io, type Socket } from "socket.io-client";
import type { ClientToServer, ServerToClient } from "../server/domain/socketContract.ts";

export type Line = Socket<ServerToClient, ClientToServer>;

/** @param origin "" for the address the display was loaded from; `token` null: a board of the demonstration */
export function openLine(origin: string, token: string | null, timeout: number): Line {
  return io(origin === "" ? "/" : origin, {
    transports: ["websocket"],
    reconnection: false,
    autoConnect: false,
    ...(token === null ? {} : { auth: { token } }),
    forceNew: true,
    timeout,
  });
}
