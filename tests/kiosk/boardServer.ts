// A small server true to the contract of boards, and, when told, false to it: what the display's tests talk to.
// Real Express and real Socket.IO on a free port.
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { Server } from "socket.io";
import type { Delta } from "../../server/domain/board.ts";
import type { BoardAnswer, ChangesAnswer } from "../../server/domain/httpContract.ts";
import type { Office } from "../../server/domain/owner.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { ClientToServer, ServerToClient } from "../../server/domain/socketContract.ts";
import type { PublicUrgent } from "../../server/domain/urgent.ts";
import { buildOffice } from "./buildPosting.ts";

/** How it misbehaves: on HTTP, on the socket, or not at all. */
export type Fault = "none" | "html" | "500" | "401" | "403" | "404" | "truncated" | "otherJson" | "hang";
export type SocketFault = "none" | "blocked" | "noAck" | "refuse" | "mute" | "oddAnswer";

export interface BoardServer {
  readonly origin: string;
  readonly port: number;
  fault: Fault;
  socketFault: SocketFault;
  /** Restored from before this device was paired: it does not know its token. */
  forgot: boolean;
  /** Added to the server's clock. */
  skew: number;
  urgents: PublicUrgent[];
  /** Requests seen, by path without query. */
  readonly asked: string[];
  sockets(): number;
  put(...postings: PublicPosting[]): Delta;
  remove(...codes: string[]): Delta;
  /** Changes without telling the sockets: a lost push. */
  quietly(change: () => void): void;
  raise(...urgents: PublicUrgent[]): void;
  send(delta: Delta): void;
  /** As after a restore from a backup. */
  restore(epoch: string, postings: readonly PublicPosting[]): void;
  stop(): Promise<void>;
}

interface Settings {
  readonly port?: number;
  readonly office?: Office;
  readonly postings?: readonly PublicPosting[];
  readonly revision?: number;
  readonly epoch?: string;
  /** Folder served at /kiosk/. */
  readonly statics?: string;
  readonly demonstration?: boolean;
  readonly publicUrl?: string;
  readonly skew?: number;
}

export async function startBoardServer(settings: Settings = {}): Promise<BoardServer> {
  const office = settings.office ?? buildOffice();
  const rows = new Map<string, { posting: PublicPosting | null; revision: number }>();
  let epoch = settings.epoch ?? "e1";
  let revision = settings.revision ?? 1;
  let quiet = false;
  for (const posting of settings.postings ?? []) rows.set(posting.code, { posting, revision });

  const app = express();
  const http: HttpServer = createServer(app);
  const io = new Server<ClientToServer, ServerToClient>(http, { transports: ["websocket"], perMessageDeflate: false });
  const now = () => Date.now() + server.skew;
  const standing = () => [...rows.values()].flatMap(({ posting }) => (posting === null ? [] : [posting]));
  const changes = (since: number, of: string): Delta => {
    if (of !== epoch || since > revision) return { kind: "reset", epoch, to: revision, office, put: standing() };
    const later = [...rows].filter(([, row]) => row.revision > since);
    return {
      kind: "changes",
      epoch,
      from: since,
      to: revision,
      office: null,
      put: later.flatMap(([, { posting }]) => (posting === null ? [] : [posting])),
      removed: later.flatMap(([code, { posting }]) => (posting === null ? [code] : [])),
    };
  };
  const commit = (write: () => void): Delta => {
    const from = revision;
    revision += 1;
    write();
    const delta = changes(from, epoch);
    if (!quiet && server.socketFault !== "mute") io.to("board").emit("delta", delta, now());
    return delta;
  };

  const write = (changed: readonly (readonly [string, PublicPosting | null])[]) =>
    commit(() => {
      for (const [code, posting] of changed) rows.set(code, { posting, revision });
    });

  app.use("/api", (request, response, next) => {
    server.asked.push(request.originalUrl.split("?")[0] ?? "");
    switch (server.fault) {
      case "none":
        return next();
      case "hang":
        return undefined;
      case "html":
        return response.type("html").send("<!doctype html><title>Accedi</title><h1>Rete ospiti: accedi</h1>");
      case "otherJson":
        return response.json({ ok: true, now: now(), postings: [{}], delta: { kind: "reset" } });
      case "truncated":
        return response.type("json").send(`{"epoch":"${epoch}","revision":${revision},"now":${now()},"postings":[{"co`);
      default:
        return response.status(Number(server.fault)).json({ refusal: "notFound", details: {} });
    }
  });
  app.get("/api/v1/client", (_request, response) => {
    const publicUrl = settings.publicUrl ?? "https://bacheca.example.org";
    response.json({ publicUrl, publicUrlIsReal: true, demonstration: settings.demonstration ?? true });
  });
  app.get("/api/v1/boards/:office", (request, response) => {
    if (request.params.office !== office.id) return response.status(404).json({ refusal: "notFound", details: {} });
    const answer: BoardAnswer = { epoch, revision, now: now(), office, postings: standing(), urgents: server.urgents };
    return response.json(answer);
  });
  app.get("/api/v1/boards/:office/changes", (request, response) => {
    if (request.params.office !== office.id) return response.status(404).json({ refusal: "notFound", details: {} });
    const answer: ChangesAnswer = {
      now: now(),
      urgents: server.urgents,
      delta: changes(Number(request.query.since), String(request.query.epoch)),
    };
    return response.json(answer);
  });
  app.post("/api/v1/display/beat", (_request, response) =>
    response
      .status(server.forgot ? 401 : 404)
      .json({ refusal: server.forgot ? "displayUnknown" : "notFound", details: {} }),
  );
  if (settings.statics !== undefined) app.use("/kiosk", express.static(settings.statics));

  io.use((_socket, next) => next(server.socketFault === "blocked" ? new Error("blocked") : undefined));
  io.on("connection", (socket) => {
    socket.on("watch", (request, answer) => {
      if (server.socketFault === "noAck" || server.socketFault === "mute") return;
      if (server.socketFault === "oddAnswer") return answer("what?" as never);
      if (server.socketFault === "refuse" || request.office !== office.id) {
        return answer({ ok: false, refusal: "notFound", details: {} });
      }
      void socket.join("board");
      const delta = request.have === null ? null : changes(request.have.revision, request.have.epoch);
      answer({ ok: true, now: now(), epoch, revision, delta, urgents: server.urgents });
    });
  });
  await new Promise<void>((resolve) => http.listen(settings.port ?? 0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;

  const server: BoardServer = {
    origin: `http://127.0.0.1:${port}`,
    port,
    fault: "none",
    forgot: false,
    socketFault: "none",
    skew: settings.skew ?? 0,
    urgents: [],
    asked: [],
    sockets: () => io.of("/").sockets.size,
    put: (...postings) => write(postings.map((posting) => [posting.code, posting])),
    remove: (...codes) => write(codes.map((code) => [code, null])),
    quietly(change) {
      quiet = true;
      change();
      quiet = false;
    },
    raise(...urgents) {
      server.urgents = urgents;
      io.to("board").emit("urgents", urgents, now());
    },
    send: (delta) => void io.to("board").emit("delta", delta, now()),
    restore(newEpoch, postings) {
      epoch = newEpoch;
      revision += 1_000_000;
      rows.clear();
      for (const posting of postings) rows.set(posting.code, { posting, revision });
    },
    async stop() {
      io.disconnectSockets(true);
      http.closeAllConnections();
      await io.close();
    },
  };
  return server;
}
