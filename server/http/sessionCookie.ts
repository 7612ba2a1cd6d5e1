// The session's cookie: HttpOnly, same site only, host only. Called by http/session and mountRoutes; public routes never look.
import type { Request, Response } from "express";
import type { Config } from "../config.ts";
import { SESSION_LASTS } from "../services/signIn.ts";

// Browsers accept the __Host- prefix only over https; on a plain-http trial the same cookie goes without it.
const SECURE = "__Host-bacheca";
const PLAIN = "bacheca";

export function readToken(request: Pick<Request, "headers">): string | null {
  for (const part of (request.headers.cookie ?? "").slice(0, 4096).split(";")) {
    const [name, value] = part.trim().split("=");
    if ((name === SECURE || name === PLAIN) && value !== undefined && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}

export function setToken(response: Response, config: Pick<Config, "publicUrl">, token: string): void {
  const secure = config.publicUrl.startsWith("https:");
  response.cookie(secure ? SECURE : PLAIN, token, { httpOnly: true, sameSite: "strict", path: "/", secure, maxAge: SESSION_LASTS });
}

export function clearToken(response: Response): void {
  response.clearCookie(SECURE, { httpOnly: true, sameSite: "strict", path: "/", secure: true });
  response.clearCookie(PLAIN, { httpOnly: true, sameSite: "strict", path: "/" });
}
