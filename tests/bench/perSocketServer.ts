// The peer of the stalled displays: a bare Socket.IO server that sends its state to each socket by itself. A process of its own. Started by lobbyStalled.ts.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { answerQuestions } from "./programs.ts";

const http = createServer();
const io = new Server(http, { perMessageDeflate: false });
http.listen(0, "127.0.0.1");
await once(http, "listening");

answerQuestions(({ state }: { state?: object | null }) => {
  if (state === null) return (http.address() as AddressInfo).port;
  if (state !== undefined) for (const socket of io.of("/").sockets.values()) socket.emit("delta", state);
  return { longestStall: 0, memory: process.memoryUsage().rss };
});
