// Mounts the API's table on Express: parse → authorise → handle → answer. The only place where cookies are read. Called by app.ts.
// [H3] An unsafe method needs our own header and, where the browser says, the same origin. [H5] A display's token opens its board, its own record and nothing else. [H4] An answer to staff is never stored by anyone.
import type { IRouter, Request, Response } from "express";
import express from "express";
import type { ZodType } from "zod";
import type { Display } from "../domain/display.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import { mayAnywhere } from "../domain/user.ts";
import type { House } from "../house.ts";
import { displayOf } from "../services/pairDisplay.ts";
import { userOf } from "../services/startSession.ts";
import { bearerOf } from "./bearer.ts";
import { preferredLocale } from "./readerLocale.ts";
import { refuse } from "./refuse.ts";
import type { Call, Route } from "./route.ts";
import { readToken } from "./sessionCookie.ts";

export function mountRoutes(router: IRouter, house: House, routes: readonly Route[]): void {
  const json = express.json({ limit: "1mb", strict: true });
  for (const route of routes) {
    router[route.method](
      route.path,
      route.body === undefined
        ? []
        : [route.bodyLimit === undefined ? json : express.json({ limit: route.bodyLimit, strict: true })],
      async (request: Request, response: Response) => {
        try {
          await answer(house, route, request, response);
        } catch (thrown) {
          fail(house, thrown, request, response);
        }
      },
    );
  }
  router.use((request: Request, response: Response) =>
    fail(house, new Refusal("notFound", { what: request.path }), request, response),
  );
  router.use((thrown: unknown, request: Request, response: Response, _next: express.NextFunction) =>
    fail(house, thrown, request, response),
  );
}

async function answer(house: House, route: Route, request: Request, response: Response): Promise<void> {
  if (route.method !== "get" && !(route.access === "public" && route.otherSystems)) sameOriginOnly(request);
  const display = await authoriseDisplay(house, route, request);
  const user = display === null ? await authorise(house, route, request) : null;
  const call: Call<unknown, unknown> = {
    house,
    user,
    display,
    params: request.params as Record<string, string>,
    body: parse(route.body, request.body),
    query: parse(route.query, { ...request.query }),
    locale: preferredLocale(request.headers["accept-language"], house.locales),
    request,
    response,
  };
  const { status = 200, json, headers = {} } = await route.handle(call);
  if (response.headersSent) return;
  if (route.access !== "public") response.set("Cache-Control", "private, no-store");
  response.set(headers).status(status);
  if (json === undefined) response.end();
  else response.json(json);
}

/** A device with a token has what the route says of displays, and nothing else. [H5] */
async function authoriseDisplay(house: House, route: Route, request: Request): Promise<Display | null> {
  const token = bearerOf(request);
  if (token === null || route.access === "device") return null;
  const display = await displayOf(house, token);
  const params = request.params as Record<string, string>;
  if (route.access === "display" || route.display?.(display, params)) return display;
  throw new Refusal("notAllowed", { action: "read", on: "*" });
}

async function authorise(house: House, route: Route, request: Request): Promise<User | null> {
  if (route.access === "public" || route.access === "device") return null;
  const token = readToken(request, house.config);
  const found = token === null ? null : await userOf(house, token);
  if (found === null || route.access === "display") throw new Refusal("signInRequired");
  const { user } = found;
  if (user.mustChangePassword && !route.path.startsWith("/session")) throw new Refusal("passwordMustChange");
  if (route.access !== "signedIn" && !mayAnywhere(user, route.access))
    throw new Refusal("notAllowed", { action: route.access, on: "*" });
  return user;
}

function sameOriginOnly(request: Request): void {
  const site = request.headers["sec-fetch-site"];
  const foreign = site !== undefined && site !== "same-origin" && site !== "none";
  if (foreign || request.headers["x-requested-with"] !== "bacheca")
    throw new Refusal("notAllowed", { problem: "foreignOrigin" });
}

/** Refuses invalidInput naming the first field that does not fit. */
function parse(schema: ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".") ?? "";
  // null, a number or a list where a form is meant: no field of it is at fault.
  if (field === "") throw new Refusal("invalidInput", { problem: "unreadable" });
  throw new Refusal("invalidInput", { field, rule: issue?.code ?? "" });
}

function fail(house: House, thrown: unknown, request: Request, response: Response): void {
  if (response.headersSent) return void response.destroy();
  const { status, body, headers } = refuse(
    house,
    thrown,
    preferredLocale(request.headers["accept-language"], house.locales),
  );
  response.status(status).set(headers).set("Cache-Control", "private, no-store").json(body);
}
