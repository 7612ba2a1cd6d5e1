// Whether doctor can tell what stands between the public address and this server, against real listeners.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkPublicUrl } from "../../server/commands/checkPublicUrl.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";

async function meeting(server: Server, scheme: string): Promise<string | null> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  try {
    return await checkPublicUrl(`${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}
const answering = (status: number, body: (host: string) => string) =>
  createHttpServer((request, response) => void response.writeHead(status).end(body(request.headers.host ?? "")));
const ours = (host: string) => JSON.stringify({ publicUrl: `http://${host}` });

it("tells the name, the line, the certificate, another program and a fault apart", async () => {
  expect(await checkPublicUrl("https://bacheca.invalid")).toBe("name");
  expect(await meeting(answering(200, ours), "http")).toBeNull();
  expect(
    await meeting(
      answering(200, () => "<h1>Accedi</h1>"),
      "http",
    ),
  ).toBe("otherProgram");
  expect(
    await meeting(
      answering(200, () => ours("altrove.example.it")),
      "http",
    ),
  ).toBe("otherProgram");
  expect(await meeting(answering(502, ours), "http")).toBe("fault");
  const closed = createHttpServer();
  await new Promise<void>((done) => closed.listen(0, "127.0.0.1", done));
  const { port } = closed.address() as AddressInfo;
  await new Promise<void>((done) => closed.close(() => done()));
  expect(await checkPublicUrl(`http://127.0.0.1:${port}`)).toBe("refused");
  const folder = temporaryFolder();
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const asked = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  execFileSync("openssl", [...asked, "-subj", "/CN=altrove.example.it", "-keyout", key, "-out", cert], {
    stdio: "ignore",
  });
  const secured = createHttpsServer({ key: readFileSync(key), cert: readFileSync(cert) });
  expect(await meeting(secured, "https")).toBe("certificate");
}, 60_000);
