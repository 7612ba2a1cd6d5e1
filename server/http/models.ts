// Postings kept as models to begin others with: list, keep, let go.

import { ownersAbove } from "../domain/ownersAbove.ts";
import type { TemplatesAnswer } from "../domain/template.ts";
import { saveTemplateBody } from "../domain/template.ts";
import { may } from "../domain/user.ts";
import { removeTemplate, saveTemplate } from "../services/saveTemplate.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

export function modelRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/templates",
      access: "write",
      summary: "Models to begin a posting with, of the owners one may write for.",
      async handle(call) {
        const user = userOfCall(call);
        const templates = (await call.house.store.desk.templates()).filter(({ owner, content }) =>
          may(user, "write", owner, ownersAbove(call.house.mirror.owners.get(owner)), content.section),
        );
        return { json: { templates } satisfies TemplatesAnswer };
      },
    }),
    route({
      method: "post",
      path: "/templates",
      access: "write",
      summary: "Keep a content as a model under a name; one of the same name is replaced.",
      body: saveTemplateBody,
      async handle(call) {
        return { status: 201, json: { template: await saveTemplate(call.house, userOfCall(call), call.body) } };
      },
    }),
    route({
      method: "delete",
      path: "/templates/:id",
      access: "write",
      summary: "Remove a model; what it said is answered, so that it can be put back.",
      async handle(call) {
        return { json: { template: await removeTemplate(call.house, userOfCall(call), call.params.id ?? "") } };
      },
    }),
  ];
}
