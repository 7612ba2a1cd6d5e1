// The line to the server: a WebSocket for speed, a revision check by HTTP as the net where the socket is blocked or silently dead.
// [N1] No fault of network or server takes content away. [N2] A display corrects itself within a minute without any socket.
// [N3] After a server's restart displays come back spread over time. Made by main.tsx; feeds board and clock.

import { type ReadonlySignal, signal } from "@preact/signals";
import { io, type Socket } from "socket.io-client";
import type { BoardAnswer, ClientAnswer } from "../server/domain/httpContract.ts";
import type { OwnerId } from "../server/domain/owner.ts";
import type { ClientToServer, ServerToClient, WatchAnswer } from "../server/domain/socketContract.ts";
import type { Instant } from "../server/domain/time.ts";
import { ask } from "./ask.ts";
import type { HeldBoard } from "./board.ts";
import type { Clock } from "./clock.ts";
import { isBoardAnswer, isChangesAnswer, isClientAnswer, isDelta, isInstant, isWatchAnswer } from "./readAnswer.ts";
import { reportFault } from "./reportFault.ts";
import { retryDelay } from "./retryDelay.ts";

export interface ConnectionSettings {
  /** "" for the address the display was loaded from. */
  readonly origin: string;
  readonly office: OwnerId;
  readonly board: HeldBoard;
  readonly clock: Clock;
  readonly client: ClientAnswer | null;
  readonly lastContact: Instant | null;
  readonly timing?: Partial<Timing>;
}

interface Timing {
  /** Milliseconds before the next check; called for each. */
  readonly check: () => number;
  readonly retry: (attempt: number) => number;
  readonly patience: number;
}

export interface Connection {
  /** Trusted time of the last good word from the server. */
  readonly lastContact: ReadonlySignal<Instant | null>;
  readonly client: ReadonlySignal<ClientAnswer | null>;
  /** The server answers, and has no such office. What hangs stays; a display that never had anything says so. */
  readonly officeUnknown: ReadonlySignal<boolean>;
  /** Asks now, not at the next check: the network came back, the page woke. */
  checkNow(): void;
  stop(): void;
}

const usual: Timing = {
  check: () => 30_000 + Math.random() * 30_000,
  retry: (attempt) => retryDelay(attempt, Math.random()),
  patience: 10_000,
};

export function openConnection(settings: ConnectionSettings): Connection {
  const { origin, office, board, clock } = settings;
  const timing = { ...usual, ...settings.timing };
  const lastContact = signal(settings.lastContact);
  const client = signal(settings.client);
  const officeUnknown = signal(false);
  const path = `${origin}/api/v1/boards/${encodeURIComponent(office)}`;
  let stopped = false;
  let failures = 0;
  let asking = false;
  let askAgain = false;
  let checkTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  const heard = (server: Instant) => {
    clock.hear(server);
    lastContact.value = clock.now();
  };

  const askChanges = async (): Promise<boolean> => {
    const have = board.have();
    if (have !== null) {
      const since = `since=${have.revision}&epoch=${encodeURIComponent(have.epoch)}`;
      const changes = await ask(`${path}/changes?${since}`, isChangesAnswer, timing.patience);
      if (stopped) return true;
      heard(changes.now);
      if (board.answer(changes.delta, have)) return true;
    }
    const asked = board.have();
    const whole = await ask(path, isBoardAnswer, timing.patience);
    if (stopped) return true;
    heard(whole.now);
    return board.answer(asReset(whole), asked);
  };

  const pull = async () => {
    askAgain = true;
    if (asking || stopped) return;
    asking = true;
    try {
      // Pushes may overtake an answer again and again; the next check is never far.
      for (let round = 0; askAgain && round < 3; round += 1) {
        askAgain = false;
        if (!(await askChanges())) askAgain = true;
      }
    } catch (fault) {
      if (!stopped) reportFault("connection", fault);
    } finally {
      asking = false;
      askAgain = false;
    }
  };

  const learnClient = async () => {
    try {
      client.value = await ask(`${origin}/api/v1/client`, isClientAnswer, timing.patience);
    } catch (fault) {
      if (!stopped) reportFault("connection", fault);
    }
  };

  let checks = 0;
  const check = () => {
    clearTimeout(checkTimer);
    if (stopped) return;
    void pull();
    // The public address changes about never, yet a display runs for months.
    if (client.peek() === null || checks % 20 === 0) void learnClient();
    checks += 1;
    checkTimer = setTimeout(check, timing.check());
  };

  const socket: Socket<ServerToClient, ClientToServer> = io(origin === "" ? "/" : origin, {
    transports: ["websocket"],
    reconnection: false,
    autoConnect: false,
    forceNew: true,
    timeout: timing.patience,
  });

  const retry = () => {
    if (stopped) return;
    clearTimeout(retryTimer);
    retryTimer = setTimeout(() => socket.connect(), timing.retry(failures));
    failures += 1;
  };

  const giveUp = (why: unknown) => {
    reportFault("socket", why);
    void pull();
    socket.disconnect();
    retry();
  };

  socket.on("connect", () => {
    socket
      .timeout(timing.patience)
      .emit("watch", { office, have: board.have() }, (late: Error | null, answer: WatchAnswer) => {
        if (stopped || !socket.connected) return;
        if (late) return giveUp(late);
        if (!isWatchAnswer(answer)) return giveUp("unexpected answer");
        officeUnknown.value = !answer.ok && answer.refusal === "notFound";
        if (!answer.ok) return giveUp(answer.refusal);
        failures = 0;
        heard(answer.now);
        if (answer.delta !== null && board.push(answer.delta)) return;
        const have = board.have();
        if (have === null || have.epoch !== answer.epoch || have.revision < answer.revision) void pull();
      });
  });
  socket.on("delta", (delta, now) => {
    if (stopped || !isDelta(delta)) return;
    if (isInstant(now)) heard(now);
    if (!board.push(delta)) void pull();
  });
  socket.on("connect_error", () => retry());
  socket.on("disconnect", (reason) => {
    if (reason !== "io client disconnect") retry();
  });

  socket.connect();
  check();

  return {
    lastContact,
    client,
    officeUnknown,
    checkNow: check,
    stop() {
      stopped = true;
      clearTimeout(checkTimer);
      clearTimeout(retryTimer);
      socket.disconnect();
    },
  };
}

function asReset(whole: BoardAnswer) {
  return { kind: "reset", epoch: whole.epoch, to: whole.revision, office: whole.office, put: whole.postings } as const;
}
