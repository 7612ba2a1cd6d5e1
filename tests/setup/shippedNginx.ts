// A real nginx with the configuration we ship, before a running server: TLS with a certificate of its own, everything in one folder.
// Called by the tests of bad days and by the benchmark of the proxy.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { get as getSecurely } from "node:https";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface ShippedNginx {
  /** Where http is sent on to TLS. */
  readonly plainPort: number;
  readonly port: number;
  /** Over TLS, the certificate checked. */
  get(address: string, headers?: Record<string, string>): Promise<Answered>;
  end(): Promise<void>;
}

/** `folder`: empty, the caller's to remove. `upstream`: host and port of the server. */
export async function startShippedNginx(folder: string, upstream: string): Promise<ShippedNginx> {
  const [port, plainPort] = [await freePort(), await freePort()];
  const [key, cert] = [path.join(folder, "privkey.pem"), path.join(folder, "fullchain.pem")];
  execFileSync(
    "openssl",
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout ${key} -out ${cert}`.split(
      " ",
    ),
    { stdio: "ignore" },
  );
  const ca = readFileSync(cert);
  const shipped = readFileSync(path.join(process.cwd(), "server/proxy/nginx.conf.example"), "utf8")
    .replace("listen 80;", `listen ${plainPort};`)
    .replace("listen 443 ssl http2;", `listen ${port} ssl http2;`)
    .replaceAll("/etc/letsencrypt/live/bacheca.example.it", folder)
    .replace("127.0.0.1:8080", upstream)
    .replaceAll("server_name bacheca.example.it;", "server_name localhost;")
    .replace("/var/cache/nginx/bacheca", path.join(folder, "cache"));
  mkdirSync(path.join(folder, "temp"), { recursive: true });
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/temp/${name};`)
    .join(" ");
  const user = process.getuid?.() === 0 ? "user root;" : "";
  writeFileSync(
    path.join(folder, "nginx.conf"),
    `${user} daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;\nevents {}\nhttp { ${temp}\n${shipped}\n}\n`,
  );
  const nginx = spawn("nginx", ["-p", folder, "-c", path.join(folder, "nginx.conf")], {
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
    stdio: "ignore",
  });

  function get(address: string, headers: Record<string, string> = {}): Promise<Answered> {
    return new Promise((resolve, reject) => {
      getSecurely({ host: "localhost", port, path: address, headers, ca, agent: false }, async (response) => {
        let text = "";
        for await (const part of response.setEncoding("utf8")) text += part;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      }).on("error", reject);
    });
  }

  for (let tries = 0; ; tries += 1) {
    const up = await get("/healthz").then(
      ({ status }) => status === 200,
      () => false,
    );
    if (up) break;
    if (tries > 100) throw new Error(readFileSync(path.join(folder, "error.log"), "utf8"));
    await wait(100);
  }
  return {
    plainPort,
    port,
    get,
    async end() {
      if (nginx.exitCode !== null) return;
      const ended = new Promise((resolve) => nginx.once("exit", resolve));
      nginx.kill("SIGTERM");
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
