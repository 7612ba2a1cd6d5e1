// The line to the server: a WebSocket for speed, a revision check by HTTP as the net where the socket is blocked or silently dead.
// [N1] No fault of network or server takes content away. [N2] A display corrects itself within a minute without any socket.
// [N3] After a server's restart displays come back spread over time. Made by main.tsx; feeds board and clock.

import { type ReadonlySignal, signal } from "@preact/signals";
import { BEAT_EVERY, type Beat, type BeatCause } from "../server/domain/display.ts";
import type { OwnDisplayAnswer } from "../server/domain/displayContract.ts";
import type { ClientAnswer } from "../server/domain/httpContract.ts";
import type { OwnerId } from "../server/domain/owner.ts";
import type { WatchAnswer } from "../server/domain/socketContract.ts";
import type { Instant } from "../server/domain/time.ts";
import type { PublicUrgent } from "../server/domain/urgent.ts";
import { ask, causeOf, Refused } from "./ask.ts";
import { asReset, type HeldBoard } from "./board.ts";
import type { Clock } from "./clock.ts";
import type { Line } from "./openLine.ts";
import {
  isBoardAnswer,
  isChangesAnswer,
  isClientAnswer,
  isDelta,
  isInstant,
  isOwnDisplayAnswer,
  isUrgents,
  isWatchAnswer,
} from "./readAnswer.ts";
import { reportFault } from "./reportFault.ts";
import { retryDelay } from "./retryDelay.ts";

export interface ConnectionSettings {
  /** Of a paired display; null: a board of the demonstration. */
  readonly token?: string | null;
  readonly urgents?: readonly PublicUrgent[];
  /** What this display tells of itself, with what it lacks whatever the line does; asked every ten seconds. */
  readonly beat?: () => Omit<Beat, "line"> | undefined;
  /** Its own record, as the server has it now. */
  readonly onOwn?: (own: OwnDisplayAnswer) => void;
  /** Staff took it back, or the server does not know it. */
  readonly onUnpaired?: (why: "revoked" | "unknown") => void;
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
  readonly check: (connected: boolean) => number;
  readonly retry: (attempt: number) => number;
  readonly patience: number;
}

export interface Connection {
  /** Trusted time of the last good word from the server. */
  readonly lastContact: ReadonlySignal<Instant | null>;
  readonly client: ReadonlySignal<ClientAnswer | null>;
  /** The server answers, and has no such office. What hangs stays; a display that never had anything says so. */
  readonly officeUnknown: ReadonlySignal<boolean>;
  readonly urgents: ReadonlySignal<readonly PublicUrgent[]>;
  /** Asks now, not at the next check: the network came back, the page woke. */
  checkNow(): void;
  stop(): void;
}

const usual: Timing = {
  // Without a socket the check is all there is.
  check: (connected) => (connected ? 30_000 + Math.random() * 30_000 : 15_000 + Math.random() * 15_000),
  retry: (attempt) => retryDelay(attempt, Math.random()),
  patience: 10_000,
};

export function openConnection(settings: ConnectionSettings): Connection {
  const { origin, office, board, clock } = settings;
  const timing = { ...usual, ...settings.timing };
  const lastContact = signal(settings.lastContact);
  const client = signal(settings.client);
  const officeUnknown = signal(false);
  const urgents = signal<readonly PublicUrgent[]>(settings.urgents ?? []);
  const token = settings.token ?? null;
  const causes = new Set<BeatCause>();
  const path = `${origin}/api/v1/boards/${encodeURIComponent(office)}`;
  let stopped = false;
  let failures = 0;
  let asking = false;
  let askAgain = false;
  /** The last question got no good answer. */
  let unanswered = false;
  /** Null until its program is there. */
  let socket: Line | null = null;
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
      urgents.value = changes.urgents;
      if (board.answer(changes.delta, have)) return true;
    }
    const asked = board.have();
    const whole = await ask(path, isBoardAnswer, timing.patience);
    if (stopped) return true;
    heard(whole.now);
    urgents.value = whole.urgents;
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
      unanswered = false;
    } catch (fault) {
      if (stopped) return;
      unanswered = true;
      reportFault("connection", fault);
      note(causeOf(fault));
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

  const checkLater = () => {
    clearTimeout(checkTimer);
    if (!stopped) checkTimer = setTimeout(check, timing.check(socket?.connected === true));
  };

  let checks = 0;
  const check = () => {
    if (stopped) return;
    void pull();
    // The public address changes about never, yet a display runs for months.
    if (client.peek() === null || checks % 20 === 0) void learnClient();
    checks += 1;
    checkLater();
  };

  const note = (cause: BeatCause) => {
    // A server that cannot be reached at all blocks nothing.
    causes.delete(cause === "unreachable" ? "socketBlocked" : "unreachable");
    causes.add(cause);
  };

  /** By the socket where it is open, else by HTTP: a display behind a proxy that knows no WebSocket is not dark. */
  const beatNow = () => {
    const beat = settings.beat?.();
    if (stopped || token === null || beat === undefined) return;
    if (socket?.connected === true) {
      // One that waits in a buffer would tell of the past.
      socket.volatile.emit("beat", { ...beat, causes: [...beat.causes, ...causes], line: "socket" });
      return;
    }
    const body: Beat = { ...beat, causes: [...beat.causes, ...causes], line: "polling" };
    ask(`${origin}/api/v1/display/beat`, isOwnDisplayAnswer, timing.patience, { method: "POST", token, body }).then(
      (own) => {
        if (stopped) return;
        heard(own.now);
        causes.delete("unreachable");
        // The line has healed: not only at the next check.
        if (unanswered) void pull();
        urgents.value = own.urgents;
        settings.onOwn?.(own);
      },
      (fault: unknown) => {
        if (stopped) return;
        note(causeOf(fault));
        if (!(fault instanceof Refused) || fault.status !== 401) return;
        // Only these two words, from a server of ours: any other 401 is a guest network's or a proxy's.
        if (fault.refusal === "displayRevoked") settings.onUnpaired?.("revoked");
        if (fault.refusal === "displayUnknown") settings.onUnpaired?.("unknown");
      },
    );
  };
  const beatTimer = setInterval(beatNow, BEAT_EVERY);

  const retry = () => {
    if (stopped) return;
    clearTimeout(retryTimer);
    retryTimer = setTimeout(() => socket?.connect(), timing.retry(failures));
    failures += 1;
  };

  const giveUp = (why: unknown) => {
    reportFault("socket", why);
    void pull();
    socket?.disconnect();
    retry();
  };

  const listen = (line: Line) => {
    line.on("connect", () => {
      line
        .timeout(timing.patience)
        .emit("watch", { office, have: board.have() }, (late: Error | null, answer: WatchAnswer) => {
          if (stopped || !line.connected) return;
          if (late) {
            note("socketSilent");
            return giveUp(late);
          }
          if (!isWatchAnswer(answer)) return giveUp("unexpected answer");
          officeUnknown.value = !answer.ok && answer.refusal === "notFound";
          if (!answer.ok) return giveUp(answer.refusal);
          failures = 0;
          causes.clear();
          if (answer.urgents !== undefined) urgents.value = answer.urgents;
          beatNow();
          heard(answer.now);
          if (answer.delta !== null && board.push(answer.delta)) return;
          const have = board.have();
          if (have === null || have.epoch !== answer.epoch || have.revision < answer.revision) void pull();
        });
    });
    line.on("delta", (delta, now) => {
      if (stopped || !isDelta(delta)) return;
      if (isInstant(now)) heard(now);
      if (!board.push(delta)) void pull();
    });
    line.on("urgents", (list, now) => {
      if (stopped || !isUrgents(list)) return;
      if (isInstant(now)) heard(now);
      urgents.value = list;
    });
    line.on("display", (own) => {
      if (!stopped && isOwnDisplayAnswer(own)) settings.onOwn?.(own);
    });
    line.on("unpaired", (why) => {
      if (!stopped && (why === "revoked" || why === "unknown")) settings.onUnpaired?.(why);
    });
    line.on("connect_error", () => {
      // Where HTTP answers and the socket does not, something in between blocks it.
      if (!causes.has("unreachable")) note("socketBlocked");
      retry();
    });
    line.on("disconnect", (reason) => {
      // What was planned while the socket stood is too far off now.
      checkLater();
      if (reason !== "io client disconnect") retry();
    });
  };

  const openSocket = async () => {
    try {
      const { openLine } = await import("./openLine.ts");
      if (stopped) return;
      socket = openLine(origin, token, timing.patience);
      listen(socket);
      socket.connect();
    } catch (fault) {
      reportFault("socket", fault);
      retryTimer = setTimeout(openSocket, timing.retry(failures));
      failures += 1;
    }
  };

  void openSocket();
  check();

  return {
    lastContact,
    client,
    officeUnknown,
    urgents,
    checkNow: check,
    stop() {
      stopped = true;
      clearTimeout(checkTimer);
      clearTimeout(retryTimer);
      clearInterval(beatTimer);
      socket?.disconnect();
    },
  };
}
