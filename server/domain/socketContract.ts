// Every socket message between displays and server, both directions. Used by sockets/ and kiosk/connection.
import type { Delta, Epoch } from "./board.ts";
import type { OwnerId } from "./owner.ts";
import type { Revision } from "./posting.ts";
import type { RefusalShape } from "./refusal.ts";
import type { Instant } from "./time.ts";

export interface WatchRequest {
  readonly office: OwnerId;
  /** What the display already has; null on a first start. */
  readonly have: { readonly epoch: Epoch; readonly revision: Revision } | null;
}

/** `delta` where what is missing is small; else null and the display pulls by HTTP. `now` is the server's clock. */
export type WatchAnswer =
  | {
      readonly ok: true;
      readonly now: Instant;
      readonly epoch: Epoch;
      readonly revision: Revision;
      readonly delta: Delta | null;
    }
  | ({ readonly ok: false } & RefusalShape);

export interface ClientToServer {
  watch: (request: WatchRequest, answer: (reply: WatchAnswer) => void) => void;
}

export interface ServerToClient {
  /** Sent to the room of an office's board. */
  delta: (delta: Delta, now: Instant) => void;
}
