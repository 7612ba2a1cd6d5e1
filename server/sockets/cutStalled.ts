// Cuts off displays that take nothing: what waits for them would grow for as long as they hang. They come back and ask for what they lack.
// [K6] No socket holds more than a megabyte for a display that does not read. Called by app.ts.
import type { BoardSockets } from "./boards.ts";

const EVERY = 2_000;
const MOST_WAITING = 1_000_000;

/** What is read here of Engine.IO's socket and of the WebSocket below it. */
interface Line {
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number; terminate?(): void } };
  close(discard: boolean): unknown;
}

export function cutStalled(io: BoardSockets): () => void {
  const timer = setInterval(() => {
    const clients = (io.engine as unknown as { readonly clients: Readonly<Record<string, Line>> }).clients;
    for (const line of Object.values(clients)) {
      const below = line.transport.socket;
      const held = below?.bufferedAmount ?? 0;
      // Nearly all have nothing waiting: their look costs two reads.
      if (line.writeBuffer.length === 0 && held < MOST_WAITING) continue;
      const queued = line.writeBuffer.reduce(
        (sum, { data }) => sum + (typeof data === "string" ? data.length : 0),
        held,
      );
      if (queued < MOST_WAITING) continue;
      // A closing handshake would wait in the same queue.
      if (below?.terminate === undefined) line.close(true);
      else below.terminate();
    }
  }, EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
