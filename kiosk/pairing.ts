// Waits for a place: looks whether it has one, asks for a code, renews it before it dies, and looks every two seconds whether staff have used it.
// Called by main (the pairing card) and showOffice (a server that forgot this device).
import { type ReadonlySignal, signal } from "@preact/signals";
import type { OwnDisplayAnswer } from "../server/domain/displayContract.ts";
import { ask, Refused } from "./ask.ts";
import { isClientAnswer, isOwnDisplayAnswer, isPairingAnswer } from "./readAnswer.ts";
import { reportFault } from "./reportFault.ts";

export interface Pairing {
  /** Null while no server has given one. */
  readonly code: ReadonlySignal<string | null>;
  readonly publicUrl: ReadonlySignal<string | null>;
  stop(): void;
}

interface Wanted {
  readonly token: string;
  readonly onPaired: (own: OwnDisplayAnswer) => void;
  /** The token was once taken back: it will never count again. */
  readonly onSpent: () => void;
}

const LOOK_EVERY = 2_000;
const TRY_AGAIN = 5_000;
const PATIENCE = 10_000;
/** Before a code dies, so that nobody types one that just did. */
const MARGIN = 30_000;

export function waitForPlace({ token, onPaired, onSpent }: Wanted): Pairing {
  const code = signal<string | null>(null);
  const publicUrl = signal<string | null>(null);
  let stopped = false;
  let renewAt = 0;

  const lookOnce = async (): Promise<number> => {
    try {
      // Before the first code too: it may have been given its place while it was switched off.
      const own = await ask("/api/v1/display", isOwnDisplayAnswer, PATIENCE, { token });
      if (!stopped) onPaired(own);
      return Number.POSITIVE_INFINITY;
    } catch (fault) {
      if (!(fault instanceof Refused) || fault.refusal !== "displayUnknown") throw fault;
    }
    if (performance.now() >= renewAt) {
      publicUrl.value = (await ask("/api/v1/client", isClientAnswer, PATIENCE)).publicUrl;
      const given = await ask("/api/v1/pairings", isPairingAnswer, PATIENCE, { method: "POST", token });
      renewAt = performance.now() + (given.expires - given.now) - MARGIN;
      code.value = given.code;
    }
    return LOOK_EVERY;
  };

  const look = async () => {
    let rest = TRY_AGAIN;
    try {
      rest = await lookOnce();
    } catch (fault) {
      reportFault("pairing", fault);
      if (fault instanceof Refused && fault.refusal === "displayRevoked" && !stopped) return onSpent();
    }
    if (!stopped && Number.isFinite(rest)) setTimeout(look, rest);
  };
  void look();
  return { code, publicUrl, stop: () => (stopped = true) };
}

/** What the QR of the pairing card opens: the desk's page with the code filled in. The code lives ten minutes; the token is never there. */
export function pairingAddress(publicUrl: string, code: string): string {
  return `${publicUrl}/admin/displays/pair?code=${code}`;
}
