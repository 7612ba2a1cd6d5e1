// The lightest client that still speaks WebSocket: a TCP socket, whole text frames in, masked text frames out.
// A library's client would cost more than the server measured. Called by displayClients.ts and the tests of garbage frames.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";

export interface LightSocket {
  send(text: string): void;
  sendFrame(opcode: number, payload: Buffer): void;
  /** Bytes received since the upgrade, frames' heads included. */
  readonly received: number;
  readonly open: boolean;
  /** Reads nothing more, as a display that hangs. */
  pause(): void;
  close(): void;
}

/** @param onText whole text frames, as bytes. @throws if the server does not upgrade */
export async function openWebSocket(port: number, path: string, onText: (text: Buffer) => void): Promise<LightSocket> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  socket.on("error", () => undefined);
  await once(socket, "connect");
  const key = randomBytes(16).toString("base64");
  const upgrade = `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13`;
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${upgrade}\r\n\r\n`);
  let upgraded = false;
  let received = 0;
  let rest: Buffer = Buffer.alloc(0);
  const ready = new Promise<void>((resolve, reject) => {
    socket.on("close", () => reject(new Error("the server closed the connection")));
    socket.on("data", (chunk: Buffer) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      if (!upgraded) {
        const end = rest.indexOf("\r\n\r\n");
        if (end < 0) return;
        if (!rest.subarray(0, 12).equals(Buffer.from("HTTP/1.1 101")))
          reject(new Error(rest.subarray(0, 60).toString()));
        rest = rest.subarray(end + 4);
        upgraded = true;
        resolve();
        received += rest.length;
      } else received += chunk.length;
      rest = takeFrames(rest, onText);
    });
  });
  ready.catch(() => undefined);
  await ready;
  return {
    get received() {
      return received;
    },
    get open() {
      return !socket.destroyed;
    },
    pause: () => void socket.pause(),
    send: (text) => void socket.write(clientFrame(1, Buffer.from(text))),
    sendFrame: (opcode, payload) => void socket.write(clientFrame(opcode, payload)),
    close: () => socket.destroy(),
  };
}

/** Hands over every whole frame and returns what is left. */
function takeFrames(bytes: Buffer, onText: (text: Buffer) => void): Buffer {
  let at = 0;
  while (bytes.length - at >= 2) {
    let length = (bytes[at + 1] as number) & 127;
    let head = 2;
    if (length === 126) head = 4;
    else if (length === 127) head = 10;
    if (bytes.length - at < head) break;
    if (head === 4) length = bytes.readUInt16BE(at + 2);
    else if (head === 10) length = Number(bytes.readBigUInt64BE(at + 2));
    if (bytes.length - at < head + length) break;
    if (((bytes[at] as number) & 15) === 1) onText(bytes.subarray(at + head, at + head + length));
    at += head + length;
  }
  return at === 0 ? bytes : bytes.subarray(at);
}

/** A whole frame as clients must send it: masked. */
function clientFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = length < 126 ? Buffer.from([128 | opcode, 128 | length]) : Buffer.alloc(length < 65_536 ? 4 : 10);
  if (length >= 126) {
    head[0] = 128 | opcode;
    head[1] = 128 | (length < 65_536 ? 126 : 127);
    if (length < 65_536) head.writeUInt16BE(length, 2);
    else head.writeBigUInt64BE(BigInt(length), 2);
  }
  const mask = randomBytes(4);
  const masked = Buffer.from(payload);
  for (let at = 0; at < length; at += 1) masked[at] = (masked[at] as number) ^ (mask[at & 3] as number);
  return Buffer.concat([head, mask, masked]);
}
