// The key that encrypts second factors and signs what a browser keeps for us: SECRET_KEY, or a file in the data folder made at first use.
// Not in the database, so that a stolen backup alone opens no second factor; several instances on PostgreSQL share SECRET_KEY.
// Where it is lost, recovery codes and an administrator's reset still work. Called by sealSecret and knownDevice.
import { hkdfSync, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface KeyPlace {
  readonly dataDir: string;
  readonly secretKey: string | null;
}

/** 32 bytes, other ones for every purpose. */
export function secretKey({ dataDir, secretKey: given }: KeyPlace, purpose: string): Buffer {
  const key = given ?? keyFile(path.join(dataDir, "secret.key"));
  return Buffer.from(hkdfSync("sha256", Buffer.from(key, "hex"), "", purpose, 32));
}

function keyFile(file: string): string {
  for (;;) {
    try {
      return readFileSync(file, "utf8").trim();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
    // Written whole under another name first: two processes at once end with one key, and none reads half of it.
    mkdirSync(path.dirname(file), { recursive: true });
    const part = `${file}.${randomBytes(6).toString("hex")}`;
    writeFileSync(part, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    try {
      linkSync(part, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(part, { force: true });
    }
  }
}
