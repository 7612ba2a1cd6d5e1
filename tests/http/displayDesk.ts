// Devices and staff around displays, over real HTTP and sockets: what tests of displays do again and again. Called by displays.test.
import { randomBytes } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { Display } from "../../server/domain/display.ts";
import type { PairingAnswer } from "../../server/domain/displayContract.ts";
import type { ClientToServer, ServerToClient } from "../../server/domain/socketContract.ts";
import { pairDisplay } from "../../server/services/pairDisplay.ts";
import { chief } from "../builders.ts";
import type { RunningHouse } from "../startHouse.ts";

type Line = Socket<ServerToClient, ClientToServer>;

export function displayDesk(house: () => RunningHouse) {
  const lines: Line[] = [];
  const newToken = () => `d${randomBytes(32).toString("base64url")}`;
  const device = async <T>(
    method: string,
    path: string,
    token: string,
    body?: unknown,
  ): Promise<{ status: number; body: T }> => {
    const headers = {
      authorization: `Bearer ${token}`,
      "x-requested-with": "bacheca",
      "content-type": "application/json",
    };
    const answer = await fetch(`${house().base}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === "" ? null : JSON.parse(text)) as T };
  };
  const staff = <T>(method: string, path: string, body?: unknown) => house().staff<T>(method, path, body);

  async function pair(
    name: string,
    office = "lecce",
    replace: string | null = null,
  ): Promise<{ token: string; display: Display }> {
    const token = newToken();
    const { body } = await device<PairingAnswer>("POST", "/pairings", token);
    // Each test its own minute of tries: the desk's limit is proved on its own.
    const display = await pairDisplay(house().house, chief, { code: body.code, office, name, replace });
    return { token, display };
  }

  function connect(token: string): Line {
    const line: Line = io(house().base, {
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
      auth: { token },
    });
    lines.push(line);
    return line;
  }
  const heard = <T>(line: Line, event: keyof ServerToClient, patience = 3_000) =>
    new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${event} did not come`)), patience);
      line.once(event, ((value: T) => {
        clearTimeout(timer);
        resolve(value);
      }) as never);
    });
  /** After the tests. */
  const hangUp = () => {
    for (const line of lines) line.disconnect();
  };
  return { newToken, device, staff, pair, connect, heard, hangUp };
}
