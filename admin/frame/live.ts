// The desk's live line: told of every commit by the staff socket, so that an open page can ask anew. Nothing but a revision comes over it.
// The socket's program is loaded after the page stands. Called by Desk; pages read `committed`.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { session } from "../session/session.ts";

/** Counts up when something was committed, and when the line is back after it was lost. */
export const committed = signal(0);

/** Shorter bursts are told once. */
const GATHER = 400;

export function Live(): null {
  useEffect(() => {
    let ended = false;
    let close: () => void = () => undefined;
    void import("socket.io-client").then(({ io }) => {
      if (ended) return;
      const socket = io("/staff", { transports: ["websocket", "polling"], reconnectionDelayMax: 15_000 });
      let timer: ReturnType<typeof setTimeout> | undefined;
      let known = false;
      const tell = () => {
        clearTimeout(timer);
        timer = setTimeout(() => (committed.value += 1), GATHER);
      };
      socket.on("changed", tell);
      socket.on("connect", () => {
        // What happened while the line was down was told to nobody.
        if (known) tell();
        known = true;
      });
      // No dialog under the hands of whoever is writing: the next save asks for the password. Signed in again, the line is made anew.
      socket.on("sessionEnded", () => socket.disconnect());
      close = () => {
        clearTimeout(timer);
        socket.disconnect();
      };
    });
    return () => {
      ended = true;
      close();
    };
  }, [session.value]);
  return null;
}
