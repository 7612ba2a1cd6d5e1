// The peer of the display benchmark: `ws` with nothing around it, sending what it is told to everybody. A process of its own.
// Started by displays.ts.

import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { answerQuestions } from "./programs.ts";

export interface BareSent {
  /** Milliseconds since 1970, just before the first was sent. */
  readonly at: number;
}

const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
await once(server, "listening");

answerQuestions(({ text }: { text: string | null }) => {
  if (text === null) return (server.address() as AddressInfo).port;
  const at = performance.timeOrigin + performance.now();
  for (const client of server.clients) client.send(text);
  return { at } satisfies BareSent;
});
