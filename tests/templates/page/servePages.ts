// A small server that answers pages as the real one must: one style sheet, fonts beside it, and a policy that forbids everything else.
// Called by the browser test of the pages.
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { PAGE_STYLES } from "../../../templates/page/pageStyles.ts";
import { fontFaceCss } from "../../../templates/parts/fonts.ts";
import { ROOT, styles } from "../builders.ts";

const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; media-src 'self'; script-src 'none'; form-action 'self'; base-uri 'none'";
const FONTS = join(ROOT, "node_modules/@fontsource/titillium-web/files");

export interface PageServer {
  readonly address: string;
  /** Bytes of everything answered so far, compressed as the real server compresses text. */
  sent(): number;
  /** What the next page will be. */
  put(html: string): void;
  close(): void;
}

export async function servePages(): Promise<PageServer> {
  const css = `${fontFaceCss((file) => `/assets/${file}`)}\n${styles(PAGE_STYLES)}`;
  let html = "";
  let bytes = 0;
  const server: Server = createServer((request, response) => {
    // What a reader may hear is fetched when it is wanted; it is no part of the page's weight.
    if (request.url?.startsWith("/listen/")) return void response.writeHead(204).end();
    const file = /^\/assets\/([a-z0-9-]+\.woff2)$/.exec(request.url ?? "")?.[1];
    const text = request.url === "/assets/page.css" ? css : html;
    const body = file === undefined ? gzipSync(text) : readFileSync(join(FONTS, file));
    bytes += body.length;
    if (file === undefined) {
      response.setHeader("Content-Encoding", "gzip");
      response.setHeader("Content-Type", request.url === "/assets/page.css" ? "text/css" : "text/html; charset=utf-8");
    } else response.setHeader("Content-Type", "font/woff2");
    response.setHeader("Content-Security-Policy", POLICY);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => bytes,
    put: (next) => {
      html = next;
      bytes = 0;
    },
    close: () => server.close(),
  };
}
