// The token a device sends with a request, from the Authorization header and nowhere else. Called by mountRoutes and ownDisplay.
import type { IncomingMessage } from "node:http";
import { looksLikeToken } from "../services/pairDisplay.ts";

/** Null where there is none, or one of another kind. */
export function bearerOf({ headers }: Pick<IncomingMessage, "headers">): string | null {
  const token = /^Bearer (\S{1,100})$/.exec(headers.authorization ?? "")?.[1];
  return token !== undefined && looksLikeToken(token) ? token : null;
}
