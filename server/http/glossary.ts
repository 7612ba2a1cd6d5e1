// The glossary and the memory for staff: terms of an office or of the network, entries of the memory and where they are used.
import { z } from "zod";
import type { MemoryListAnswer } from "../domain/httpTranslation.ts";
import { termBody } from "../domain/httpTranslation.ts";
import { listMemory, putMemoryBack, removeMemory } from "../services/removeMemory.ts";
import { removeTerm, saveTerm } from "../services/saveTerm.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

export function glossaryRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/terms",
      access: "read",
      summary: "The whole glossary: fixed terms of law, the network's, the offices'.",
      handle: async ({ house }) => ({
        json: { terms: [...house.vocabularies.lawTerms, ...(await house.store.language.terms())] },
      }),
    }),
    route({
      method: "post",
      path: "/terms",
      access: "translate",
      summary: "Add a term.",
      body: termBody,
      handle: async ({ house, body, ...call }) => ({
        status: 201,
        json: await saveTerm(house, userOfCall(call), null, body),
      }),
    }),
    route({
      method: "put",
      path: "/terms/:id",
      access: "translate",
      summary: "Change a term.",
      body: termBody,
      handle: async ({ house, body, params, ...call }) => ({
        json: await saveTerm(house, userOfCall(call), params.id ?? "", body),
      }),
    }),
    route({
      method: "delete",
      path: "/terms/:id",
      access: "translate",
      summary: "Remove a term.",
      async handle({ house, params, ...call }) {
        await removeTerm(house, userOfCall(call), params.id ?? "");
        return { status: 204 };
      },
    }),
    route({
      method: "get",
      path: "/memory",
      access: "translate",
      summary: "Entries of the memory that hold a text, newest first, with how often each is used.",
      query: z.object({ q: z.string().max(200).default(""), locale: z.string().max(10).nullable().default(null) }),
      handle: async ({ house, query }) => ({
        json: (await listMemory(house, query.q, query.locale)) satisfies MemoryListAnswer,
      }),
    }),
    route({
      method: "get",
      path: "/memory/:id/uses",
      access: "translate",
      summary: "The postings an entry of the memory came from or was used for.",
      handle: async ({ house, params }) => ({ json: { uses: await house.store.language.memoryUses(params.id ?? "") } }),
    }),
    route({
      method: "delete",
      path: "/memory/:id",
      access: "translate",
      summary: "Take an entry out of the memory; answers with the postings that used it. Their texts stay.",
      handle: async ({ house, params, ...call }) => ({
        json: { uses: await removeMemory(house, userOfCall(call), params.id ?? "") },
      }),
    }),
    route({
      method: "post",
      path: "/memory/:id/back",
      access: "translate",
      summary: "Put an entry that was taken out back into the memory.",
      async handle({ house, params, ...call }) {
        await putMemoryBack(house, userOfCall(call), params.id ?? "");
        return { status: 204 };
      },
    }),
  ];
}
