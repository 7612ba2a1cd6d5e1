// The part of the configuration that is about people signing in: proxies believed, the key of second factors, the body's gateway.
// Read by ../config.ts only, which alone sees the environment.
import { BlockList, isIP } from "node:net";
import { z } from "zod";
import type { Grant } from "../domain/user.ts";
import { ROLES } from "../domain/user.ts";

/** A number of proxies in front, or their addresses and networks. Never "all": then any visitor could name any address. */
export type TrustProxy = false | number | readonly string[];

export interface GatewayConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says: "Accesso con le credenziali regionali". */
  readonly label: string;
  /** The claim that names the local account; `email` counts only where the gateway has verified it. */
  readonly loginClaim: "preferred_username" | "email";
  readonly groupsClaim: string;
  /** Rights by group of the gateway, or null: rights are given on the desk. */
  readonly groups: Readonly<Record<string, readonly Grant[]>> | null;
}

const groups = z.record(z.string(), z.array(z.object({ role: z.enum(ROLES), on: z.string().min(1).max(60) })));

export const peopleEnvironment = {
  TRUST_PROXY: z
    .string()
    .optional()
    .transform((text, problem): TrustProxy => {
      if (text === undefined || text === "0") return false;
      if (/^[1-9]$/.test(text)) return Number(text);
      const places = text.split(",").map((place) => place.trim());
      if (places.every(isPlace)) return places;
      problem.addIssue({
        code: "custom",
        message: "a number of proxies (1 to 9), or addresses and networks separated by commas",
      });
      return z.NEVER;
    }),
  SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, "64 hexadecimal digits, as `openssl rand -hex 32` writes them")
    .optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_LABEL: z.string().trim().min(1).max(80).optional(),
  OIDC_LOGIN_CLAIM: z.enum(["preferred_username", "email"]).default("preferred_username"),
  OIDC_GROUPS_CLAIM: z.string().min(1).default("groups"),
  OIDC_GROUPS: z
    .string()
    .optional()
    .transform((text, problem) => {
      if (text === undefined) return null;
      const parsed = groups.safeParse(readJson(text));
      if (parsed.success) return parsed.data;
      problem.addIssue({ code: "custom", message: 'JSON such as {"cpi-lecce":[{"role":"publisher","on":"lecce"}]}' });
      return z.NEVER;
    }),
};

type PeopleValues = z.output<z.ZodObject<typeof peopleEnvironment>>;

/** Throws where only half of a gateway is named, or where its secret would travel in the open. */
export function gatewayOf(value: PeopleValues): GatewayConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = value;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new Error("Configuration not understood. OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together.");
  }
  const { protocol, hostname } = new URL(issuer);
  if (protocol === "http:" && hostname !== "localhost" && !hostname.startsWith("127.")) {
    throw new Error("Configuration not understood. OIDC_ISSUER: only https, except on this very machine.");
  }
  return {
    issuer,
    clientId,
    clientSecret,
    label: value.OIDC_LABEL ?? hostname,
    loginClaim: value.OIDC_LOGIN_CLAIM,
    groupsClaim: value.OIDC_GROUPS_CLAIM,
    groups: value.OIDC_GROUPS,
  };
}

function isPlace(text: string): boolean {
  const [address = "", prefix, ...more] = text.split("/");
  const kind = isIP(address);
  if (kind === 0 || more.length > 0) return false;
  if (prefix === undefined) return true;
  // A network as wide as everything would believe any header.
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) === 0) return false;
  try {
    new BlockList().addSubnet(address, Number(prefix), kind === 4 ? "ipv4" : "ipv6");
    return true;
  } catch {
    return false;
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
