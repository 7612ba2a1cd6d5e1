// Signing in by the body's own gateway: away to it, and back. Both are plain links, so what goes wrong is told by the desk's first page.
import type { Request, Response } from "express";
import { Refusal } from "../domain/refusal.ts";
import type { House } from "../house.ts";
import { openSecret, sealSecret } from "../services/sealSecret.ts";
import { signInByGateway } from "../services/signInByGateway.ts";
import { signOut } from "../services/startSession.ts";
import type { GatewayClient, Journey } from "./gatewayClient.ts";
import { createGatewayClient } from "./gatewayClient.ts";
import type { Route } from "./route.ts";
import { route } from "./route.ts";
import { readToken, setToken } from "./sessionCookie.ts";

const PATH = "/api/v1/session/oidc";
/** Time to sign in there, second factor included. */
const PATIENCE = 15 * 60_000;

export function gatewayRoutes(): Route[] {
  let client: GatewayClient | null = null;
  const clientOf = ({ config }: House): GatewayClient => {
    if (config.gateway === null) throw new Refusal("notFound", { what: "gateway" });
    client ??= createGatewayClient(config.gateway);
    return client;
  };
  return [
    route({
      method: "get",
      path: "/session/oidc",
      access: "public",
      summary: "Away to the body's own sign-in.",
      async handle({ house, response }) {
        const gateway = clientOf(house);
        try {
          const { address, journey } = await gateway.leave(`${house.config.publicUrl}${PATH}/callback`);
          keepJourney(house, response, journey);
          return to(address);
        } catch (thrown) {
          return toDesk(house, thrown);
        }
      },
    }),
    route({
      method: "get",
      path: "/session/oidc/callback",
      access: "public",
      summary: "Back from it: sets the session cookie.",
      async handle({ house, request, response }) {
        const gateway = clientOf(house);
        try {
          const journey = takeJourney(house, request, response);
          const address = new URL(`${house.config.publicUrl}${PATH}/callback`);
          address.search = new URL(request.originalUrl, house.config.publicUrl).search;
          const { token } = await signInByGateway(house, await gateway.comeBack(address, journey));
          const before = readToken(request, house.config);
          if (before !== null) await signOut(house, before);
          setToken(response, house.config, token);
          return to("/admin/");
        } catch (thrown) {
          return toDesk(house, thrown);
        }
      },
    }),
  ];
}

const to = (address: string) => ({ status: 303, headers: { Location: address, "Cache-Control": "private, no-store" } });

/** Not a page of our own: the desk knows the reader's language. */
function toDesk({ log }: House, thrown: unknown) {
  if (!(thrown instanceof Refusal)) throw thrown;
  log.info(
    { refusal: thrown.code, problem: thrown.details.problem, cause: String(thrown.cause ?? "") },
    "sign-in by the gateway",
  );
  const { problem } = thrown.details;
  return to(`/admin/?refused=${encodeURIComponent(typeof problem === "string" ? problem : thrown.code)}`);
}

function keepJourney({ config, clock }: House, response: Response, journey: Journey): void {
  const sealed = sealSecret(config, JSON.stringify({ ...journey, until: clock.now() + PATIENCE }), "gateway journey");
  // Lax: the browser comes back by a link on the gateway's page.
  response.cookie(cookieOf(config), sealed, { ...cookieShape(config), maxAge: PATIENCE });
}

function takeJourney({ config, clock }: House, request: Request, response: Response): Journey {
  response.clearCookie(cookieOf(config), cookieShape(config));
  const parts = (request.headers.cookie ?? "")
    .slice(0, 8192)
    .split(";")
    .map((part) => part.trim().split("="));
  const sealed = parts.find(([name]) => name === cookieOf(config))?.[1] ?? "";
  const text = openSecret(config, sealed, "gateway journey");
  const journey = text === null ? null : (JSON.parse(text) as Journey & { readonly until: number });
  if (journey === null || journey.until < clock.now()) throw new Refusal("gatewayRefused", { problem: "gatewayLate" });
  return journey;
}

function cookieOf({ publicUrl }: House["config"]): string {
  return publicUrl.startsWith("https:") ? "__Secure-bacheca-gateway" : "bacheca-gateway";
}

function cookieShape({ publicUrl }: House["config"]) {
  return { httpOnly: true, sameSite: "lax", path: PATH, secure: publicUrl.startsWith("https:") } as const;
}
