// The OpenAPI 3.1 document, written from the table of routes and their schemas, so it cannot drift, and the public addresses. Called by routes.ts.
import type { ZodObject, ZodType } from "zod";
import { z } from "zod";
import { PUBLIC_ADDRESSES } from "./publicAddresses.ts";
import type { Route } from "./route.ts";
import { route } from "./route.ts";

export function openApiRoute(routes: readonly Route[]): Route {
  let document: unknown;
  return route({
    method: "get",
    path: "/openapi.json",
    access: "public",
    summary: "This document.",
    answer: z.object({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
    async handle() {
      document ??= await describe(routes);
      return { headers: { "Cache-Control": "public, max-age=3600" }, json: document };
    },
  });
}

async function describe(routes: readonly Route[]): Promise<unknown> {
  const { OpenAPIRegistry, OpenApiGeneratorV31 } = await import("@asteasolutions/zod-to-openapi");
  const registry = new OpenAPIRegistry();
  registry.registerComponent("securitySchemes", "session", { type: "apiKey", in: "cookie", name: "__Host-bacheca" });
  for (const { method, path, access, summary, body, query, answer } of routes) {
    registry.registerPath({
      method,
      path: `/api/v1${path.replace(/:(\w+)/g, "{$1}")}`,
      summary,
      ...(access === "public" ? {} : { security: [{ session: [] }], description: `Right: ${access}.` }),
      request: {
        params: z.object(Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name]) => [name, z.string()]))),
        ...(body === undefined
          ? {}
          : { body: { content: { "application/json": { schema: body as ZodType } }, required: true } }),
        ...(query === undefined ? {} : { query: query as ZodObject }),
      },
      responses: {
        200:
          answer === undefined
            ? { description: "Done." }
            : { description: "The answer.", content: { "application/json": { schema: answer } } },
        ...(body === undefined ? {} : { 400: { description: "A field does not fit: {refusal, details, sentence}." } }),
        ...(access === "public"
          ? {}
          : { 401: { description: "Not signed in." }, 403: { description: "Not allowed." } }),
      },
    });
  }
  for (const { path, summary, query = {} } of PUBLIC_ADDRESSES) {
    registry.registerPath({
      method: "get",
      path,
      summary,
      request: {
        params: z.object(Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, z.string()]))),
        query: z.object(
          Object.fromEntries(
            Object.entries(query).map(([name, meaning]) => [name, z.string().optional().describe(meaning)]),
          ),
        ),
      },
      responses: { 200: { description: "Done." }, 404: { description: "There is no such thing." } },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: {
      title: "Bacheca Viva",
      version: "1",
      description: "Postings, boards and deltas of a network of public employment centres.",
      license: { name: "EUPL-1.2" },
    },
  });
}
