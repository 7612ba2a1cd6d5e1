// What lets a browser be known again: a mark per person who signed in there, signed with our key and the person's password hash, so that a
// new password makes old marks worthless. Opens nothing; it only counts wrong tries apart. [L3] Sent to /api/v1/session alone. Called by http/session.
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Request, Response } from "express";
import type { Config } from "../config.ts";
import { secretKey } from "../services/secretKey.ts";

const NAME = "bacheca-device";
const LASTS = 180 * 86_400_000;
/** People who share one browser. */
const MOST = 6;

type Place = Pick<Config, "publicUrl" | "dataDir" | "secretKey">;

/** The browser's id for this person, or null where it is not known. */
export function readDevice(
  request: Pick<Request, "headers">,
  config: Place,
  login: string,
  passwordHash: string | null,
): string | null {
  if (passwordHash === null) return null;
  for (const mark of marksOf(request, config)) {
    const [id = "", signed = ""] = mark.split("~");
    const expected = Buffer.from(sign(config, id, login, passwordHash));
    const given = Buffer.from(signed);
    if (given.length === expected.length && timingSafeEqual(given, expected)) return id;
  }
  return null;
}

/** After a right password. */
export function rememberDevice(
  request: Pick<Request, "headers">,
  response: Response,
  config: Place,
  login: string,
  passwordHash: string | null,
): void {
  if (passwordHash === null || readDevice(request, config, login, passwordHash) !== null) return;
  const id = randomBytes(12).toString("base64url");
  const marks = [`${id}~${sign(config, id, login, passwordHash)}`, ...marksOf(request, config)].slice(0, MOST);
  const secure = config.publicUrl.startsWith("https:");
  response.cookie(nameOf(config), marks.join("."), {
    httpOnly: true,
    sameSite: "strict",
    path: "/api/v1/session",
    secure,
    maxAge: LASTS,
  });
}

function marksOf(request: Pick<Request, "headers">, config: Place): string[] {
  for (const part of (request.headers.cookie ?? "").slice(0, 8192).split(";")) {
    const [name, value = ""] = part.trim().split("=");
    if (name === nameOf(config))
      return value
        .split(".")
        .filter((mark) => /^[\w-]{16}~[\w-]{43}$/.test(mark))
        .slice(0, MOST);
  }
  return [];
}

function sign(config: Place, id: string, login: string, passwordHash: string): string {
  return createHmac("sha256", secretKey(config, "device")).update(`${id}|${login}|${passwordHash}`).digest("base64url");
}

function nameOf({ publicUrl }: Place): string {
  return publicUrl.startsWith("https:") ? `__Secure-${NAME}` : NAME;
}
