// The session's cookie: HttpOnly, same site only, host only. Called by http/session, mountRoutes and sockets/staff; public routes never look.
import type { IncomingMessage } from "node:http";
import type { Response } from "express";
import type { Config } from "../config.ts";
import { SESSION_LASTS } from "../services/startSession.ts";

// Browsers accept the __Host- prefix only over https; on a plain-http trial the same cookie goes without it.
const SECURE = "__Host-bacheca";
const PLAIN = "bacheca";

type Place = Pick<Config, "publicUrl">;

/** Over https only the prefixed name counts: the plain one could have been set by a neighbour's page. */
export function readToken(request: Pick<IncomingMessage, "headers">, config: Place): string | null {
  for (const part of (request.headers.cookie ?? "").slice(0, 8192).split(";")) {
    const [name, value] = part.trim().split("=");
    if (name === nameOf(config) && value !== undefined && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}

export function setToken(response: Response, config: Place, token: string): void {
  const secure = nameOf(config) === SECURE;
  response.cookie(nameOf(config), token, {
    httpOnly: true,
    sameSite: "strict",
    path: "/",
    secure,
    maxAge: SESSION_LASTS,
  });
}

export function clearToken(response: Response): void {
  response.clearCookie(SECURE, { httpOnly: true, sameSite: "strict", path: "/", secure: true });
  response.clearCookie(PLAIN, { httpOnly: true, sameSite: "strict", path: "/" });
}

function nameOf({ publicUrl }: Place): string {
  return publicUrl.startsWith("https:") ? SECURE : PLAIN;
}
