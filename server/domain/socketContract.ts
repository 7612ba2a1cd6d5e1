// Every socket message between displays and server, both directions. Used by sockets/ and kiosk/connection.
import type { Delta, Epoch } from "./board.ts";
import type { Beat } from "./display.ts";
import type { OwnDisplayAnswer } from "./displayContract.ts";
import type { OwnerId } from "./owner.ts";
import type { Revision } from "./posting.ts";
import type { RefusalShape } from "./refusal.ts";
import type { Instant } from "./time.ts";
import type { PublicUrgent } from "./urgent.ts";

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
      readonly urgents?: readonly PublicUrgent[];
    }
  | ({ readonly ok: false } & RefusalShape);

export interface ClientToServer {
  watch: (request: WatchRequest, answer: (reply: WatchAnswer) => void) => void;
  /** A paired display tells what it really shows; no answer. */
  beat: (beat: Beat) => void;
}

export interface ServerToClient {
  /** Sent to the room of an office's board. */
  delta: (delta: Delta, now: Instant) => void;
  /** Every urgent notice that concerns the office, each time one is raised or ends. */
  urgents: (urgents: readonly PublicUrgent[], now: Instant) => void;
  /** To a paired display: its own record, on connection and whenever it changes. */
  display: (own: OwnDisplayAnswer) => void;
  /** Its token stands for nothing: taken back by staff, or not known to this server. */
  unpaired: (why: "revoked" | "unknown") => void;
}
