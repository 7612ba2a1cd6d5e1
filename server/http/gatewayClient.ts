// Speaks OpenID Connect with the body's gateway: code flow with PKCE, state and nonce. Called by http/gateway.
import type { Configuration } from "openid-client";
import type { GatewayConfig } from "../config/people.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Vouched } from "../services/signInByGateway.ts";

/** What the browser keeps, sealed, between leaving and coming back. */
export interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface GatewayClient {
  /** Where to send the browser. Refuses gatewayUnavailable. */
  leave(returnTo: string): Promise<{ readonly address: string; readonly journey: Journey }>;
  /** Who came back. Refuses gatewayRefused where anything does not fit, gatewayUnavailable. */
  comeBack(address: URL, journey: Journey): Promise<Vouched>;
}

/** The gateway is first asked when someone wants to sign in: a gateway that is down does not stop the start. */
export function createGatewayClient(config: GatewayConfig): GatewayClient {
  let known: Promise<Configuration> | null = null;
  const gateway = () => {
    known ??= discover(config).catch((error: unknown) => {
      known = null;
      throw Object.assign(new Refusal("gatewayUnavailable", { label: config.label }), { cause: error });
    });
    return known;
  };
  return {
    async leave(returnTo) {
      const oidc = await openidClient();
      const journey = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
      const address = oidc.buildAuthorizationUrl(await gateway(), {
        redirect_uri: returnTo,
        scope: "openid profile email",
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: "S256",
      });
      return { address: address.href, journey };
    },
    async comeBack(address, { state, nonce, verifier }) {
      const oidc = await openidClient();
      const server = await gateway();
      try {
        const tokens = await oidc.authorizationCodeGrant(server, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const token = tokens.claims();
        if (token === undefined) throw new Error("no identity token");
        // Many gateways put name and groups only there; the subject is checked to be the same.
        const asked =
          server.serverMetadata().userinfo_endpoint === undefined
            ? {}
            : await oidc.fetchUserInfo(server, tokens.access_token, token.sub);
        return vouchedBy(config, { ...asked, ...token });
      } catch (error) {
        throw Object.assign(new Refusal("gatewayRefused", { problem: "gatewayFailed" }), { cause: error });
      }
    },
  };
}

/** Loaded when first needed. */
const openidClient = () => import("openid-client");

async function discover({ issuer, clientId, clientSecret }: GatewayConfig): Promise<Configuration> {
  const oidc = await openidClient();
  // config.ts lets plain http pass only on this very machine.
  const execute = issuer.startsWith("http:") ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: 10 });
}

function vouchedBy(config: GatewayConfig, claims: Readonly<Record<string, unknown>>): Vouched {
  const text = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : null);
  const verified = config.loginClaim !== "email" || claims.email_verified === true;
  const held = claims[config.groupsClaim];
  const groups = Array.isArray(held) ? held.filter((group) => typeof group === "string") : [];
  const mapped = config.groups;
  return {
    issuer: config.issuer,
    subject: String(claims.sub),
    login: verified ? text(claims[config.loginClaim]) : null,
    name: text(claims.name)?.slice(0, 120) ?? null,
    grants:
      mapped === null ? null : groups.flatMap((group) => (Object.hasOwn(mapped, group) ? (mapped[group] ?? []) : [])),
  };
}
