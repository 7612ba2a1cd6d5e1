// Staff who are connected live: the namespace /staff, entered with the session's cookie, one room a login. They are told of every commit.
// [K3] A socket lives no longer than its session: logout, revocation, a reset, a right taken away or a disabled account close it within
// CHECK + 1 s, whichever process did it, since every process asks the store anew. Called by app.ts.
import type { Namespace, Server } from "socket.io";
import type { Revision } from "../domain/posting.ts";
import type { User } from "../domain/user.ts";
import type { House } from "../house.ts";
import { readToken } from "../http/sessionCookie.ts";
import { sessionId, userOf, userOfSession } from "../services/startSession.ts";

/** Between two looks at the sessions of connected staff, in milliseconds. */
const CHECK = 2000;

export interface StaffSocketData {
  readonly login: string;
  /** The session's id, never its token. */
  readonly session: string;
}

export interface StaffToClient {
  /** Sent before the socket is closed, so that the desk asks for the password instead of trying again. */
  sessionEnded: () => void;
  /** Something was committed, by whichever process: the page asks by HTTP for what it may see. Never what it was. */
  changed: (revision: Revision) => void;
}

export type StaffNamespace = Namespace<Record<string, never>, StaffToClient, Record<string, never>, StaffSocketData>;

export interface StaffSockets {
  readonly namespace: StaffNamespace;
  /** Looks now, at one login's sockets or at all; those whose session has ended are closed. Resolves to how many. */
  closeSessions(login?: string): Promise<number>;
  stop(): void;
}

export const staffRoom = (login: string): string => `login:${login}`;

export function watchStaff(house: House, io: Pick<Server, "of">): StaffSockets {
  const namespace = io.of("/staff") as unknown as StaffNamespace;
  namespace.use((socket, next) => {
    const token = readToken(socket.request, house.config);
    const asked: Promise<User | null> =
      token === null ? Promise.resolve(null) : userOf(house, token).then((found) => found?.user ?? null);
    asked.then(
      (user) => {
        if (token === null || user === null || user.mustChangePassword) return next(new Error("signInRequired"));
        socket.data = { login: user.login, session: sessionId(token) };
        next();
      },
      (error: unknown) => {
        house.log.warn({ err: error }, "staff socket");
        next(new Error("storeUnavailable"));
      },
    );
  });
  namespace.on("connection", (socket) => {
    socket.on("error", (error: unknown) => house.log.debug({ err: error }, "socket"));
    void socket.join(staffRoom(socket.data.login));
    // The session may have ended between the check and the connection.
    void closeSessions(socket.data.login).catch((error: unknown) => house.log.warn({ err: error }, "staff sockets"));
  });

  async function closeSessions(login?: string): Promise<number> {
    const sockets = [...namespace.sockets.values()].filter(({ data }) => login === undefined || data.login === login);
    let closed = 0;
    for (const session of new Set(sockets.map(({ data }) => data.session))) {
      if ((await userOfSession(house, session)) !== null) continue;
      for (const socket of sockets.filter(({ data }) => data.session === session)) {
        socket.emit("sessionEnded");
        socket.disconnect(true);
        closed += 1;
      }
    }
    return closed;
  }

  house.mirror.onChange(({ to }) => namespace.emit("changed", to));

  let looking = false;
  const timer = setInterval(() => {
    if (looking || namespace.sockets.size === 0) return;
    looking = true;
    closeSessions()
      .catch((error: unknown) => house.log.warn({ err: error }, "staff sockets"))
      .finally(() => {
        looking = false;
      });
  }, CHECK);
  timer.unref();
  return { namespace, closeSessions, stop: () => clearInterval(timer) };
}
