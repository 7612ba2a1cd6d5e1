// nginx serving one page's finished bytes from a file, as fast as it can: one worker, no log, the file kept open, the same headers.
// The peer of the page benchmark; called by page.ts.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Program } from "./programs.ts";
import { freePort, isProgram, SERVER_CORE, startOther } from "./programs.ts";

export interface Nginx {
  readonly program: Program;
  readonly port: number;
  end(): Promise<void>;
}

const places = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"];
export const findNginx = (): string | undefined => places.find(isProgram);

/** What nginx writes by itself, or would write twice. */
const OWN = new Set(["content-length", "content-type", "etag", "date", "connection", "keep-alive", "content-encoding"]);

/** @param body the bytes as sent, brotli included */
export async function startNginx(path: string, headers: Headers, body: Buffer): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "bacheca-nginx-"));
  const port = await freePort();
  writeFileSync(join(folder, "page.br"), body);
  const fields = [...headers]
    .filter(([name]) => !OWN.has(name))
    .map(([name, value]) => `add_header ${name} "${value}" always;`);
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; master_process off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 4096; }
http {
  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 100000000; keepalive_timeout 600;
  open_file_cache max=100 inactive=600s; open_file_cache_valid 600s; server_tokens off;
  client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c; uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location = ${path} { alias ${folder}/page.br; types {} default_type "text/html; charset=utf-8"; add_header Content-Encoding br; ${fields.join(" ")} }
  }
}
`,
  );
  const program = await startOther(
    findNginx() ?? "nginx",
    ["-p", folder, "-c", join(folder, "nginx.conf")],
    SERVER_CORE,
  );
  for (let tries = 0; ; tries += 1) {
    const up = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
    await up?.arrayBuffer().catch(() => undefined);
    if (up?.ok) break;
    if (tries > 100) throw new Error("nginx does not answer");
    await wait(50);
  }
  return {
    program,
    port,
    async end() {
      await program.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
