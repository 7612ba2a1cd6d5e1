// A translation service over real HTTP on a free port, with every way to fail that the way between us and it knows. The four fakes beside this file
// give it their protocol; tests set `fault` and `alter`.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: "slow" | "cut" | "reset" | "html" | "garbage" | "empty" | "shape" | "huge" };

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Record<string, unknown>;
}

export interface FakeService {
  readonly url: string;
  readonly asked: Asked[];
  /** Of every request; null: it answers as it should. */
  fault: Fault | null;
  /** What it makes of its own translations before they are sent. */
  alter: (texts: string[]) => string[];
  close(): Promise<void>;
}

export interface Said {
  readonly status: number;
  readonly json: unknown;
}

export async function fakeService(answer: (asked: Asked, service: FakeService) => Said): Promise<FakeService> {
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (part: string) => (text += part));
    request.on("end", () => {
      const body = (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>;
      const asked = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, body };
      service.asked.push(asked);
      if (service.fault !== null) return fail(service.fault, response);
      const { status, json } = answer(asked, service);
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const service: FakeService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    fault: null,
    alter: (texts) => texts,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  afterAll(() => service.close());
  return service;
}

function fail(fault: Fault, response: ServerResponse): void {
  const json = { "content-type": "application/json" };
  if (fault.kind === "status")
    return void response.writeHead(fault.status, { ...json, ...fault.headers }).end('{"error":"no"}');
  if (fault.kind === "slow") return;
  if (fault.kind === "reset") return void response.destroy();
  if (fault.kind === "html")
    return void response.writeHead(200, { "content-type": "text/html" }).end("<h1>Benvenuti</h1>");
  if (fault.kind === "garbage") return void response.writeHead(200, json).end('{"translatedText": ["Sta');
  if (fault.kind === "empty") return void response.writeHead(200, json).end();
  if (fault.kind === "shape") return void response.writeHead(200, json).end('{"something":"else","choices":[]}');
  if (fault.kind === "huge") return void response.writeHead(200, json).end(`"${"a".repeat(3_000_000)}"`);
  response.writeHead(200, { ...json, "content-length": "5000" }).write('{"translatedText":');
  setTimeout(() => response.destroy(), 30);
}

/** English that says nothing wrong, with the marks of what was sent. */
export function translateMarked(text: string): string {
  const marks = text.match(/<x id="\d+"\/>|\[#\d+#\]/g) ?? [];
  return `The office is looking for staff who like to work with people ${marks.join(" and ")}`.trim();
}
