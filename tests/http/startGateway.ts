// A real OpenID Connect provider on a free port, as a body's gateway would be: whoever signs in there is one of `people`.
// Called by the gateway's tests; ends with the file.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { afterAll } from "vitest";

export const CLIENT = { id: "bacheca", secret: "un-segreto-di-almeno-32-caratteri-per-prova" };

export interface Gateway {
  readonly issuer: string;
  /** Makes the provider once the houses' addresses are known. */
  serve(bases: readonly string[]): void;
}

/** `people`: claims by the lasting subject, which is also what one types as login there. */
export async function startGateway(
  people: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Promise<Gateway> {
  let answer: ReturnType<Provider["callback"]> | null = null;
  const server = createServer(
    (request, response) => void (answer === null ? response.end() : answer(request, response)),
  );
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return {
    issuer,
    serve(bases) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT.id,
            client_secret: CLIENT.secret,
            redirect_uris: bases.map((base) => `${base}/api/v1/session/oidc/callback`),
            grant_types: ["authorization_code"],
            response_types: ["code"],
          },
        ],
        claims: {
          openid: ["sub"],
          profile: ["name", "preferred_username", "groups"],
          email: ["email", "email_verified"],
        },
        pkce: { required: () => true },
        cookies: { keys: ["una chiave di prova"] },
        features: { devInteractions: { enabled: true } },
        async findAccount(_context, sub) {
          const claims = people[sub];
          return claims === undefined ? undefined : { accountId: sub, claims: async () => ({ sub, ...claims }) };
        },
      });
      answer = provider.callback();
    },
  };
}
