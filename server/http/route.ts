// A route of the API as one value: who may call it, what it takes, what it does. The table of all of them (routes.ts) is mounted, documented
// and tested from here. [H1] A route without an access row cannot be written: `access` has no default.
import type { Request, Response } from "express";
import type { ZodType } from "zod";
import type { Display } from "../domain/display.ts";
import type { Locale } from "../domain/locale.ts";
import type { Action, User } from "../domain/user.ts";
import type { House } from "../house.ts";

/** "display": a paired display by its token. "device": one that waits to be paired, by its own. "public": anyone, and no cookie is read. "signedIn": any staff. Else: staff who may do this somewhere; the service decides about the object. */
export type Access = "public" | "signedIn" | "display" | "device" | Action;

export interface Call<B, Q> {
  readonly house: House;
  /** Null on public routes. */
  readonly user: User | null;
  /** Null but on routes of displays. */
  readonly display: Display | null;
  readonly params: Readonly<Record<string, string>>;
  readonly body: B;
  readonly query: Q;
  /** Language of sentences in the answer. */
  readonly locale: Locale;
  readonly request: Request;
  readonly response: Response;
}

export interface Answer {
  readonly status?: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: "get" | "post" | "put" | "delete";
  /** Below /api/v1. */
  readonly path: string;
  readonly access: Access;
  /** Whether a paired display may ask it too, with its token; without this it may not, public or not. */
  readonly display?: (display: Display, params: Readonly<Record<string, string>>) => boolean;
  /** A public route that other systems send to: it reads no cookie, so the header of our own pages is not asked for. [H3] */
  readonly otherSystems?: true;
  /** One English sentence for the OpenAPI document. */
  readonly summary: string;
  readonly body?: ZodType;
  /** Of the body where the usual megabyte is too little. */
  readonly bodyLimit?: string;
  readonly query?: ZodType;
  /** What it answers in JSON, for the OpenAPI document; every public route that answers in JSON says it. */
  readonly answer?: ZodType;
  handle(call: Call<unknown, unknown>): Promise<Answer> | Answer;
}

interface Definition<B, Q> extends Omit<Route, "body" | "query" | "handle"> {
  readonly body?: ZodType<B>;
  readonly query?: ZodType<Q>;
  handle(call: Call<B, Q>): Promise<Answer> | Answer;
}

/** Ties a route's schemas to what its handler receives. */
export function route<B = undefined, Q = undefined>(definition: Definition<B, Q>): Route {
  return definition as unknown as Route;
}

/** The signed-in user of a route that demands one. */
export function userOfCall(call: Pick<Call<unknown, unknown>, "user">): User {
  if (call.user === null) throw new Error("a route with staff access was called without a user");
  return call.user;
}
